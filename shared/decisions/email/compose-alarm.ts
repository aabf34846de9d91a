import { type Language, languageOf } from '../../languages/language.ts';
import { wordsOf } from '../../languages/words-of.ts';
import type { Policy } from '../../policy/policy.ts';
import { brandOf } from './content/brand.ts';
import type { AlarmNews } from './content/operator-content.ts';
import type { EmailOf } from './email.ts';
import { emailId } from './email-id.ts';
import { shortLine } from './literal-line.ts';

/** What the operator must hear now. `key` names the cause, so that one cause alarms once. */
export type Alarm = { readonly key: string; readonly news: AlarmNews };

/** Undefined where the policy names no operator. */
export function composeAlarm({ key, news }: Alarm, policy: Policy): EmailOf<'alarm'> | undefined {
  const to = policy.reseller.operatorEmail;
  if (to === undefined) return undefined;
  const language = languageOf(policy.reseller.language);
  return {
    id: emailId('alarm', [key]),
    kind: 'alarm',
    to,
    subject: shortLine(subjectOf(news, language), 200),
    customerIds: [],
    language,
    importance: 'high',
    content: { brand: brandOf(policy), news },
  };
}

function subjectOf(news: AlarmNews, language: Language): string {
  const { alarm } = wordsOf(language);
  switch (news.what) {
    case 'stages-held':
      return alarm.heldSubject(news.asOf);
    case 'night-missing':
      return alarm.missedSubject(news.asOf);
    case 'parked':
      return alarm.parkedSubject(news.asOf, parkedText(news, language));
    case 'undelivered':
      return alarm.undeliveredSubject(news.to);
    case 'no-email-leaves':
      return alarm.closedSubject(news.asOf);
  }
}

/** What was parked: "source files", "e-mails". */
export function parkedText(
  { parked, source = '' }: Extract<AlarmNews, { what: 'parked' }>,
  language: Language,
): string {
  const { alarm } = wordsOf(language);
  return parked === 'source' ? alarm.parkedSource(source) : alarm.parkedWhat[parked];
}
