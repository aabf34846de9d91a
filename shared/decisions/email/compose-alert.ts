import { type Language, languageOf } from '../../languages/language.ts';
import { wordsOf } from '../../languages/words-of.ts';
import type { Policy } from '../../policy/policy.ts';
import type { CustomerNight } from '../customer-night.ts';
import { alertingNotices, type KnownBefore } from './alerting.ts';
import { brandOf } from './content/brand.ts';
import type { DigestFinding } from './content/digest-content.ts';
import { isTrouble, noticeFinding, shownFinding, suppressedIn } from './digest-findings.ts';
import { headlineOf } from './digest-subject.ts';
import type { EmailOf } from './email.ts';
import { emailId } from './email-id.ts';

type Heard = { readonly key: string; readonly finding: DigestFinding };

/** What cannot wait about one customer, an e-mail to each colleague who is to hear of it. */
export function composeAlerts(
  night: CustomerNight,
  policy: Policy,
  before: KnownBefore,
): EmailOf<'alert'>[] {
  const notices = alertingNotices(night, policy, before).filter(isTrouble);
  if (notices.length === 0) return [];
  const suppressed = suppressedIn(night);
  const byAddress = Map.groupBy(colleagues(night, policy), ({ to }) => to);
  return [...byAddress].flatMap(([to, colleague]) => {
    const heard = notices
      .filter(({ tell }) => colleague.some(({ role }) => tell.includes(role)))
      .map((notice) => ({
        key: notice.key,
        finding: shownFinding(noticeFinding(notice, suppressed.get(notice.key), night)),
      }));
    const language = languageOf(colleague[0]?.language, policy.reseller.language);
    return heard.length === 0 ? [] : [composeAlert(to, language, heard, night, policy)];
  });
}

type Colleague = {
  readonly role: 'account-manager' | 'credit-controller';
  readonly to: string;
  readonly language?: string | undefined;
};

/** Where an account manager has no address, the operator hears it, as of the digest. */
function colleagues(
  { customer: { accountManager } }: CustomerNight,
  { reseller: { operatorEmail, creditControllerEmail = operatorEmail } }: Policy,
): Colleague[] {
  const manager = accountManager?.email ?? operatorEmail;
  const language = accountManager?.email === undefined ? undefined : accountManager.language;
  const all: readonly (Omit<Colleague, 'to'> & { readonly to: string | undefined })[] = [
    { role: 'account-manager', to: manager, language },
    { role: 'credit-controller', to: creditControllerEmail },
  ];
  return all.flatMap(({ to, ...rest }) => (to === undefined ? [] : [{ ...rest, to }]));
}

function composeAlert(
  to: string,
  language: Language,
  heard: readonly Heard[],
  { customer, asOf }: CustomerNight,
  policy: Policy,
): EmailOf<'alert'> {
  const findings = heard.map(({ finding }) => finding);
  const [first] = findings;
  const headline = first === undefined ? customer.name : headlineOf(first, language);
  return {
    id: emailId('alert', [to, ...heard.map(({ key }) => key)]),
    kind: 'alert',
    to,
    subject: wordsOf(language).digest.alertSubject(headline),
    customerIds: [customer.customerId],
    language,
    importance: 'high',
    noticeKeys: heard.map(({ key }) => key),
    content: {
      brand: brandOf(policy),
      customerId: customer.customerId,
      customerName: customer.name,
      asOf,
      findings,
    },
  };
}
