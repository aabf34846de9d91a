import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  dayOfMonth,
  monthBefore,
  monthOf,
} from '../../ledger/calendar-date.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AccountNight } from '../customer-night.ts';

/** What a customer's spend is decided on. */
export type SpendTonight = {
  readonly seen: CustomerFacts;
  readonly accounts: readonly AccountNight[];
  readonly policy: Policy;
  readonly asOf: CalendarDate;
  readonly month: CalendarMonth;
  /** The first month that may still be restated: this one, or for some days the one before. */
  readonly firstOpenMonth: CalendarMonth;
  /** The newest day that can be whole, and the spend through it: the rest is still growing. */
  readonly completeThrough: CalendarDate;
  readonly complete: readonly DailySpend[];
  /** What else than spend the facts say may be stale or missing. */
  readonly isStale: boolean;
};

export function spendTonight(
  seen: CustomerFacts,
  accounts: readonly AccountNight[],
  policy: Policy,
  asOf: CalendarDate,
  isStale: boolean,
): SpendTonight {
  const month = monthOf(asOf);
  const isOpen = dayOfMonth(asOf) <= policy.budgets.closesOnDay;
  const completeThrough = addDays(asOf, -policy.anomalies.completeAfterDays);
  return {
    seen,
    accounts,
    policy,
    asOf,
    month,
    firstOpenMonth: isOpen ? monthBefore(month) : month,
    completeThrough,
    complete: seen.spend.filter(({ date }) => date <= completeThrough),
    isStale,
  };
}

/** In the order of their codes. */
export const currenciesOf = (
  rows: Iterable<{ readonly currency: CurrencyCode }>,
): readonly CurrencyCode[] => {
  const currencies = new Set<CurrencyCode>();
  for (const { currency } of rows) currencies.add(currency);
  return [...currencies].sort();
};
