import { type Language, languageOf } from '../../languages/language.ts';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import type { Policy } from '../../policy/policy.ts';
import { brandOf } from './content/brand.ts';
import type { AgingLine, DigestContent } from './content/digest-content.ts';
import { type DigestRole, type Finding, shownFinding } from './digest-findings.ts';
import type { Recovered } from './digest-recovered.ts';
import { digestSubject } from './digest-subject.ts';
import { type DigestTally, rankedFindings } from './digest-tally.ts';
import type { EmailOf } from './email.ts';
import { emailId } from './email-id.ts';
import type { Ranked } from './ranked.ts';

/** A colleague who reads one e-mail in the morning. */
export type DigestRecipient = {
  readonly email: string;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
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
  tally: DigestTally,
  night: DigestNight,
): EmailOf<'digest'> | undefined {
  const { email } = recipient;
  const { role, keys, recovered } = tally;
  if (keys.length === 0) return undefined;

  const language: Language = languageOf(recipient.language, night.policy.reseller.language);
  const findings = rankedFindings(tally);
  const counts = { needAttention: tally.needAttention.size, cameDown: tally.cameDown.size };
  const best = { worst: findings.items[0], first: recovered.first[0] };
  return {
    id: emailId('digest', [`digest|${role}|${email}|${night.asOf}`, ...keys]),
    kind: 'digest',
    to: email,
    subject: digestSubject({ ...counts, ...best }, language),
    customerIds: listedIds([...findings.items, ...recovered.first]),
    language,
    content: {
      ...ofReader(recipient, role, night),
      ...counts,
      findings: { items: findings.items.map(shownFinding), more: findings.more },
      recovered: withoutKeys(recovered),
      waiting: tally.waiting.listed(),
      onStage: tally.onStage.listed(),
      totals: totalsOf(tally),
      exposed: tally.exposed.listed(),
      watched: tally.watched.listed(),
    },
  };
}

/** A digest of a thousand customers names those that it lists. */
const listedIds = (news: readonly (Finding | Recovered)[]): CustomerId[] => [
  ...new Set(news.map(({ customerId }) => customerId)),
];

const ofReader = (
  { name }: Pick<DigestRecipient, 'name'>,
  role: DigestRole,
  { asOf, policy, readAt, aging }: DigestNight,
) => ({
  brand: brandOf(policy),
  role,
  ...(name === undefined ? {} : { name }),
  asOf,
  readAt,
  aging: [...aging],
});

function withoutKeys(recovered: Ranked<Recovered>): DigestContent['recovered'] {
  const { items, more } = recovered.listed();
  return { items: items.map(({ key: _, ...line }) => line), more };
}

/** In the order of the list that they add up. */
const totalsOf = ({ totals }: DigestTally): DigestContent['totals'] =>
  [...totals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { overdue, customers }]) => ({ currency, overdue, customers }));
