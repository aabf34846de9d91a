import { type CalendarDate, monthBefore, monthOf } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { CustomerState } from '../customer-state.ts';
import { isEmpty } from '../dunning/ladder.ts';
import type { SpendState } from './spend-state.ts';

/** A budget that is gone for a night was told of all the same; after its month it is forgotten. */
export function stillRemembered(
  budgets: CustomerState['budgets'],
  asOf: CalendarDate,
): CustomerState['budgets'] {
  if (isEmpty(budgets)) return budgets;
  const lastMonth = monthBefore(monthOf(asOf));
  if (Object.values(budgets).every(({ month }) => month >= lastMonth)) return budgets;
  return Object.fromEntries(Object.entries(budgets).filter(([, { month }]) => month >= lastMonth));
}

/** What each currency has of something; one that has none of it keeps what it had before. */
export function byCurrency<Decision extends { readonly currency: CurrencyCode }, Value>(
  decided: readonly Decision[],
  pick: (each: Decision) => Value | undefined,
  before?: Readonly<Record<CurrencyCode, Value>>,
): Record<CurrencyCode, Value> {
  const values = { ...before };
  for (const each of decided) {
    const value = pick(each);
    if (value !== undefined) values[each.currency] = value;
  }
  return values;
}

/** Leaves out what is empty; undefined where all of it is. */
export function spendState(
  parts: Omit<SpendState, 'firstUsageToldOn'>,
  first: CalendarDate | undefined,
) {
  const {
    forecasts = {},
    watches = {},
    spikesTold = {},
    exposureTold = {},
    toldIn = {},
    refundsTold = {},
  } = parts;
  const state: SpendState = {};
  if (!isEmpty(forecasts)) state.forecasts = forecasts;
  if (!isEmpty(watches)) state.watches = watches;
  if (!isEmpty(spikesTold)) state.spikesTold = spikesTold;
  if (!isEmpty(exposureTold)) state.exposureTold = exposureTold;
  if (!isEmpty(toldIn)) state.toldIn = toldIn;
  if (first !== undefined) state.firstUsageToldOn = first;
  if (!isEmpty(refundsTold)) state.refundsTold = refundsTold;
  return isEmpty(state) ? undefined : state;
}
