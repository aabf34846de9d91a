import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { DailySpend } from '../../ledger/spend.ts';
import { roundedMinorUnits } from '../amounts/exact-amount.ts';

const StoredSum = z.object({
  day: CalendarDate,
  currency: CurrencyCode,
  charge: DailySpend.shape.charge,
  service: z.string().nullable(),
  subscriptionId: z.string().nullable(),
  amount: z.string(),
});
type StoredSum = z.infer<typeof StoredSum>;

/**
 * One customer's spend. Most charges are far below a cent, so what is rounded is the month so far:
 * each row takes what it adds to that, and a month is off by half a minor unit at most.
 */
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
  const months = new Map<string, bigint>();
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sum, amount }]) => {
      const month = `${sum.currency} ${sum.day.slice(0, 7)}`;
      const before = months.get(month) ?? 0n;
      months.set(month, before + amount);
      const { currency } = sum;
      const added =
        roundedMinorUnits(before + amount, currency) - roundedMinorUnits(before, currency);
      return toSpend(sum, added);
    });
}

const toSpend = (
  { day, currency, charge, service, subscriptionId }: StoredSum,
  minorUnits: number,
): DailySpend => ({
  date: day,
  minorUnits,
  currency,
  ...(subscriptionId !== null && { subscriptionId }),
  ...(service !== null && { service }),
  ...(charge !== 'usage' && { charge }),
});
