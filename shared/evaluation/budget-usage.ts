import { type CalendarDate, type CalendarMonth, monthOf } from '../ledger/calendar-date.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { Budget, DailySpend } from '../ledger/spend.ts';

/** A month's budget and what was spent of it so far, in minor units. */
export type BudgetUsage = {
  readonly currency: CurrencyCode;
  readonly month: CalendarMonth;
  readonly budget: number;
  readonly spent: number;
};

/** One per currency that has a budget this month, by currency. */
export function budgetUsages(
  budgets: readonly Budget[],
  spend: readonly DailySpend[],
  asOf: CalendarDate,
): readonly BudgetUsage[] {
  if (budgets.length === 0) return [];
  const month = monthOf(asOf);
  const inForce = new Map<CurrencyCode, Budget>();
  for (const budget of budgets) {
    if (budget.from !== undefined && budget.from > month) continue;
    const known = inForce.get(budget.currency);
    if (known === undefined || supersedes(budget, known)) inForce.set(budget.currency, budget);
  }

  return [...inForce.values()]
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
    .map(({ currency, minorUnits }) => ({
      currency,
      month,
      budget: minorUnits,
      spent: spentIn(spend, currency, month, asOf),
    }));
}

/** To two decimals, for people to read; whether a threshold is reached is `reaches`. */
export const percentOf = ({ spent, budget }: BudgetUsage): number | undefined =>
  budget === 0 ? undefined : Math.round((spent * 10_000) / budget) / 100;

/** Compared in whole numbers, so a cent below the threshold has not reached it. */
export function reaches({ spent, budget }: BudgetUsage, percent: number): boolean {
  if (budget === 0) return false;
  const [have, need] = [spent * 100, percent * budget];
  if (Number.isInteger(percent) && Number.isSafeInteger(have) && Number.isSafeInteger(need))
    return have >= need;
  const millionths = BigInt(Math.round(percent * 1e6));
  return BigInt(spent) * 100_000_000n >= millionths * BigInt(budget);
}

/** The highest of the thresholds that the spend has reached. */
export const highestReached = (
  usage: BudgetUsage,
  thresholds: readonly number[],
): number | undefined =>
  thresholds.reduce<number | undefined>(
    (highest, each) => (each > (highest ?? 0) && reaches(usage, each) ? each : highest),
    undefined,
  );

/** The later month wins; of two for the same month the smaller, which tells sooner. */
function supersedes(budget: Budget, known: Budget): boolean {
  const [from, knownFrom] = [budget.from ?? '', known.from ?? ''];
  return from === knownFrom ? budget.minorUnits < known.minorUnits : from > knownFrom;
}

/** A day sorts after its own month and before the next, so days and months compare as text. */
function spentIn(
  spend: readonly DailySpend[],
  currency: CurrencyCode,
  month: string,
  asOf: string,
): number {
  let spent = 0;
  for (const each of spend)
    if (each.currency === currency && each.date > month && each.date <= asOf)
      spent += each.minorUnits;
  return spent;
}
