import type { CurrencyCode } from '../../ledger/money.ts';
import type { CustomerNight } from '../customer-night.ts';
import { bounded } from './bounded.ts';
import type { DigestContent } from './content/digest-content.ts';
import {
  byMoneyAtRisk,
  byUrgency,
  type DigestRole,
  type Finding,
  findingsOf,
} from './digest-findings.ts';
import { byName, type Recovered, recoveredOf } from './digest-recovered.ts';
import { byPercent, exposedOf, watchedOf } from './digest-spend.ts';
import { byCurrencyAndOverdue, onStageOf } from './digest-standing.ts';
import { waitingOf } from './digest-waiting.ts';
import { Ranked } from './ranked.ts';

type Lines<Name extends 'waiting' | 'onStage' | 'exposed' | 'watched'> = Ranked<
  DigestContent[Name]['items'][number]
>;

/**
 * What a reader's digest is made of, night by night of their customers: as much as it can list,
 * and totals. However many are late, little more than their ids is kept.
 */
export type DigestTally = {
  readonly role: DigestRole;
  /** Of all that is new: what the digest's id is made of. */
  readonly keys: string[];
  readonly needAttention: Set<string>;
  readonly cameDown: Set<string>;
  readonly findings: Map<CurrencyCode, Ranked<Finding>>;
  readonly recovered: Ranked<Recovered>;
  readonly waiting: Lines<'waiting'>;
  readonly onStage: Lines<'onStage'>;
  readonly totals: Map<CurrencyCode, { overdue: number; customers: number }>;
  readonly exposed: Lines<'exposed'>;
  readonly watched: Lines<'watched'>;
};

export const digestTally = (role: DigestRole): DigestTally => ({
  role,
  keys: [],
  needAttention: new Set(),
  cameDown: new Set(),
  findings: new Map(),
  recovered: new Ranked(byName),
  waiting: new Ranked(),
  onStage: new Ranked(byCurrencyAndOverdue),
  totals: new Map(),
  exposed: new Ranked(byPercent),
  watched: new Ranked(),
});

export function addToDigest(tally: DigestTally, night: CustomerNight): void {
  const { role, keys } = tally;
  for (const finding of findingsOf(night, role)) {
    keys.push(finding.key);
    tally.needAttention.add(finding.customerId);
    const ranked = tally.findings.get(finding.currency) ?? new Ranked(byMoneyAtRisk);
    tally.findings.set(finding.currency, ranked);
    ranked.add(finding);
  }
  for (const recovered of recoveredOf(night, role)) {
    keys.push(recovered.key);
    tally.cameDown.add(recovered.customerId);
    tally.recovered.add(recovered);
  }
  for (const line of waitingOf(night, role)) tally.waiting.add(line);
  for (const line of exposedOf(night)) tally.exposed.add(line);
  for (const line of watchedOf(night)) tally.watched.add(line);
  for (const line of onStageOf(night)) {
    tally.onStage.add(line);
    const total = tally.totals.get(line.currency) ?? { overdue: 0, customers: 0 };
    tally.totals.set(line.currency, total);
    total.overdue += line.overdue;
    total.customers += 1;
  }
}

/**
 * Amounts of different currencies do not compare, so each currency is ranked by itself, the one
 * with urgent news first, then the one with most.
 */
export function rankedFindings({ findings }: DigestTally): { items: Finding[]; more: number } {
  const count = [...findings.values()].reduce((sum, ranked) => sum + ranked.count, 0);
  const { items } = bounded(
    [...findings]
      .toSorted(
        ([a, ofA], [b, ofB]) =>
          byUrgency(ofA.first, ofB.first) || ofB.count - ofA.count || (a < b ? -1 : 1),
      )
      .flatMap(([, { first }]) => first),
  );
  return { items, more: count - items.length };
}
