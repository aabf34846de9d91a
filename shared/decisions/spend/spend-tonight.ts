import type { NightFacts } from '../../evaluation/night-facts.ts';
import { DAYS_LOOKED_AT as ANOMALY_DAYS } from '../../evaluation/spend/anomaly-on.ts';
import { DAYS_LOOKED_AT as FORECAST_DAYS } from '../../evaluation/spend/forecast-month.ts';
import type { SpentDays } from '../../evaluation/spend/spent-days.ts';
import { MOST_DAYS_CAUGHT_UP } from '../../evaluation/spend/watch-spend.ts';
import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  dayNumber,
  dayOfMonth,
  monthBefore,
  monthOf,
} from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AccountNight } from '../customer-night.ts';

/** What a customer's spend is decided on. */
export type SpendTonight = {
  readonly seen: NightFacts;
  readonly accounts: readonly AccountNight[];
  readonly policy: Policy;
  readonly asOf: CalendarDate;
  readonly month: CalendarMonth;
  /** The first month that may still be restated: this one, or for some days the one before. */
  readonly firstOpenMonth: CalendarMonth;
  /** The newest day that can be whole: the rest is still growing. */
  readonly completeThrough: CalendarDate;
  readonly spent: SpentDays;
  /** What else than spend the facts say may be stale or missing. */
  readonly isStale: boolean;
};

export function spendTonight(
  seen: NightFacts,
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
    spent: seen.spentDays(dayNumber(completeThrough) - daysLookedAt(policy), completeThrough),
    isStale,
  };
}

/** Whoever spends at all has a day in these two months before the newest day that can be whole. */
const TWO_MONTHS = 62;

const daysLookedAt = ({ anomalies: { quietDays } }: Policy): number =>
  TWO_MONTHS + Math.max(FORECAST_DAYS, ANOMALY_DAYS + Math.max(MOST_DAYS_CAUGHT_UP, quietDays));

/** In the order of their codes. */
export const currenciesOf = (
  rows: Iterable<{ readonly currency: CurrencyCode }>,
): readonly CurrencyCode[] => {
  const currencies = new Set<CurrencyCode>();
  for (const { currency } of rows) currencies.add(currency);
  return [...currencies].sort();
};
