import {
  type CalendarDate,
  type CalendarMonth,
  dayNumber,
  daysOfMonth,
  monthOf,
} from '../ledger/calendar-date.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { Budget } from '../ledger/spend.ts';
import { type SpentDays, spentBetween } from './spend/spent-days.ts';

/** A month's budget and what was spent of it so far, in minor units. */
export type BudgetUsage = {
  readonly currency: CurrencyCode;
  readonly month: CalendarMonth;
  readonly budget: number;
  readonly spent: number;
  /** Set where the customer has no budget, and the policy's default stands in. */
  readonly isDefault?: true;
};

/** The policy's budget per currency for customers that have none. */
type Defaults = Readonly<Record<CurrencyCode, number>>;

/** One per currency that has a budget this month, by currency. */
export const budgetUsages = (
  budgets: readonly Budget[],
  spent: SpentDays,
  asOf: CalendarDate,
  defaults: Defaults = {},
): readonly BudgetUsage[] => budgetUsagesOf(monthOf(asOf), budgets, spent, asOf, defaults);

/** The same of any month, as it is known on a day: a month that is over may still be restated. */
export function budgetUsagesOf(
  month: CalendarMonth,
  budgets: readonly Budget[],
  spent: SpentDays,
  asOf: CalendarDate,
  defaults: Defaults = {},
): readonly BudgetUsage[] {
  const inForce = budgetsIn(month, budgets);
  for (const currency of defaultCurrencies(spent, defaults)) {
    const known = inForce.get(currency);
    const minorUnits = defaults[currency] ?? 0;
    if ((known === undefined || known.minorUnits === 0) && minorUnits > 0)
      inForce.set(currency, { minorUnits, currency, isDefault: true });
  }
  return [...inForce.values()]
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
    .map(({ currency, minorUnits, isDefault }) => ({
      currency,
      month,
      budget: minorUnits,
      spent: spentIn(month, spent, currency, asOf),
      ...(isDefault && { isDefault }),
    }));
}

type InForce = Budget & { readonly isDefault?: true };

function budgetsIn(month: CalendarMonth, budgets: readonly Budget[]): Map<CurrencyCode, InForce> {
  const inForce = new Map<CurrencyCode, InForce>();
  for (const budget of budgets) {
    if (budget.from !== undefined && budget.from > month) continue;
    const known = inForce.get(budget.currency);
    if (known === undefined || supersedes(budget, known)) inForce.set(budget.currency, budget);
  }
  return inForce;
}

/** A default is for what is spent: a customer that spends nothing needs no budget. */
const defaultCurrencies = (
  { currencies }: SpentDays,
  defaults: Defaults,
): readonly CurrencyCode[] => currencies.filter((each) => each in defaults);

/** To two decimals, for people to read; whether a threshold is reached is `reaches`. */
export const percentOf = ({
  spent,
  budget,
}: Pick<BudgetUsage, 'spent' | 'budget'>): number | undefined =>
  budget === 0 ? undefined : Math.round((spent * 10_000) / budget) / 100;

/** Compared in whole numbers, so a cent below the threshold has not reached it. */
export function reaches(
  { spent, budget }: Pick<BudgetUsage, 'spent' | 'budget'>,
  percent: number,
): boolean {
  if (budget === 0) return false;
  const have = spent * 100;
  const need = percent * budget;
  if (Number.isInteger(percent) && Number.isSafeInteger(have) && Number.isSafeInteger(need))
    return have >= need;
  const millionths = BigInt(Math.round(percent * 1e6));
  return BigInt(spent) * 100_000_000n >= millionths * BigInt(budget);
}

/** The later month wins; of two for the same month the smaller, which tells sooner. */
function supersedes(budget: Budget, known: Budget): boolean {
  const [from, knownFrom] = [budget.from ?? '', known.from ?? ''];
  return from === knownFrom ? budget.minorUnits < known.minorUnits : from > knownFrom;
}

/** What a month cost as far as a day knows. */
export function spentIn(
  month: CalendarMonth,
  spent: SpentDays,
  currency: CurrencyCode,
  asOf: CalendarDate,
): number {
  const [first, last] = daysOfMonth(month);
  return spentBetween(spent, currency, first, Math.min(last, dayNumber(asOf)));
}
