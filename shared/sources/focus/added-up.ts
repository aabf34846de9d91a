import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { DailySpend } from '../../ledger/spend.ts';
import { roundedMinorUnits } from './exact-amount.ts';

const StoredSum = z.object({
  day: CalendarDate,
  currency: CurrencyCode,
  charge: DailySpend.shape.charge,
  service: z.string().nullable(),
  subscriptionId: z.string().nullable(),
  amount: z.string(),
});
type StoredSum = z.infer<typeof StoredSum>;

/** One customer's spend. Only what is added up is rounded: most charges are far below a cent. */
export function addedUp(stored: Iterable<unknown>): DailySpend[] {
  const sums = new Map<string, { readonly sum: StoredSum; amount: bigint }>();
  for (const each of stored) {
    const sum = StoredSum.parse(each);
    const { day, currency, charge, service, subscriptionId } = sum;
    const group = [day, currency, subscriptionId, service, charge].join('\u001f');
    const entry = sums.get(group) ?? { sum, amount: 0n };
    entry.amount += BigInt(sum.amount);
    sums.set(group, entry);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sum, amount }]) => toSpend(sum, amount));
}

const toSpend = (
  { day, currency, charge, service, subscriptionId }: StoredSum,
  amount: bigint,
): DailySpend => ({
  date: day,
  minorUnits: roundedMinorUnits(amount, currency),
  currency,
  ...(subscriptionId !== null && { subscriptionId }),
  ...(service !== null && { service }),
  ...(charge !== 'usage' && { charge }),
});
