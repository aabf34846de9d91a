import { type Language, languageOf } from '../../languages/language.ts';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { Policy } from '../../policy/policy.ts';
import type { CustomerNight } from '../customer-night.ts';
import { bounded, MAX_LISTED } from './bounded.ts';
import { brandOf } from './content/brand.ts';
import type { AgingLine, DigestContent } from './content/digest-content.ts';
import { type DigestRole, digestFindings, type Finding, shownFinding } from './digest-findings.ts';
import { type Recovered, recoveredOf } from './digest-recovered.ts';
import { exposedIn, watchedIn } from './digest-spend.ts';
import { onStageIn, totalsIn } from './digest-standing.ts';
import { digestSubject } from './digest-subject.ts';
import { waitingIn } from './digest-waiting.ts';
import type { EmailOf } from './email.ts';
import { emailId } from './email-id.ts';

/** A colleague who reads one e-mail in the morning. */
export type DigestRecipient = {
  readonly email: string;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly role: DigestRole;
};

/** What all digests of a night share, and the aging of the reader's customers. */
export type DigestNight = {
  readonly asOf: CalendarDate;
  readonly policy: Policy;
  readonly readAt: DigestContent['readAt'];
  readonly aging: readonly AgingLine[];
};

/**
 * One e-mail per person and night, and none on a night that brought nothing new. Who came down is
 * news too, below all that is new or worse.
 */
export function composeDigest(
  recipient: DigestRecipient,
  nights: readonly CustomerNight[],
  night: DigestNight,
): EmailOf<'digest'> | undefined {
  const { role, email } = recipient;
  const findings = digestFindings(nights, role);
  const recovered = recoveredOf(nights, role);
  const news = [...findings, ...recovered];
  if (news.length === 0) return undefined;

  const keys = news.map(({ key }) => key);
  const language: Language = languageOf(recipient.language, night.policy.reseller.language);
  return {
    id: emailId('digest', [`digest|${role}|${email}|${night.asOf}`, ...keys]),
    kind: 'digest',
    to: email,
    subject: digestSubject(findings, recovered, language),
    customerIds: [...new Set(news.map(({ customerId }) => customerId))],
    language,
    content: {
      ...ofReader(recipient, findings, recovered, night),
      waiting: bounded(waitingIn(nights, role)),
      onStage: bounded(onStageIn(nights), MAX_LISTED),
      totals: totalsIn(nights),
      exposed: bounded(exposedIn(nights)),
      watched: bounded(watchedIn(nights)),
    },
  };
}

type OfNights = 'waiting' | 'onStage' | 'totals' | 'exposed' | 'watched';

function ofReader(
  { role, name }: DigestRecipient,
  findings: readonly Finding[],
  recovered: readonly Recovered[],
  { asOf, policy, readAt, aging }: DigestNight,
): Omit<DigestContent, OfNights> {
  const { items, more } = bounded(findings);
  return {
    brand: brandOf(policy),
    role,
    ...(name === undefined ? {} : { name }),
    asOf,
    readAt,
    needAttention: customersOf(findings),
    cameDown: customersOf(recovered),
    findings: { items: items.map(shownFinding), more },
    recovered: bounded(recovered.map(({ key: _, ...line }) => line)),
    aging: [...aging],
  };
}

const customersOf = (news: readonly (Finding | Recovered)[]): number =>
  new Set(news.map(({ customerId }) => customerId)).size;
