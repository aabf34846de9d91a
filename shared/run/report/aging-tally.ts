import type { CustomerNight } from '../../decisions/customer-night.ts';
import type { AgingLine } from '../../decisions/email/content/digest-content.ts';
import type { CurrencyCode } from '../../ledger/money.ts';

/** Open amounts of many customers, by currency and bucket. */
export type AgingTally = Map<CurrencyCode, { customers: number; buckets: Map<string, number> }>;

export function addAging(tally: AgingTally, { accounts }: CustomerNight): void {
  for (const { currency, aging } of accounts) {
    const amounts = Object.entries(aging);
    if (amounts.every(([, amount]) => amount === 0)) continue;
    const known = tally.get(currency) ?? { customers: 0, buckets: new Map<string, number>() };
    known.customers += 1;
    for (const [bucket, amount] of amounts)
      known.buckets.set(bucket, (known.buckets.get(bucket) ?? 0) + amount);
    tally.set(currency, known);
  }
}

/** The currency of most customers first. */
export const agingLines = (tally: AgingTally): AgingLine[] =>
  [...tally]
    .toSorted(([a, ofA], [b, ofB]) => ofB.customers - ofA.customers || (a < b ? -1 : 1))
    .map(([currency, { customers, buckets }]) => ({ currency, customers, buckets: [...buckets] }));
