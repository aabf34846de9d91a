import { type BudgetUsage, percentOf, reaches } from '../../evaluation/budget-usage.ts';
import { pointsAhead } from '../../evaluation/pace.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import type { BudgetPolicy } from '../../policy/spend-policy.ts';
import type { Notice } from '../customer-night.ts';
import { type AboutBudget, decideForecast } from './decide-forecast.ts';
import { decidePace } from './decide-pace.ts';
import type { Outlook } from './outlook.ts';
import type { BudgetNight } from './spend-night.ts';
import { spendNotice } from './spend-notice.ts';
import type { BudgetState, MonthTold, Told } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';
import { type Crossing, crossing } from './told-thresholds.ts';

export type BudgetDecision = {
  readonly next: BudgetState;
  readonly night: BudgetNight;
  readonly notices: readonly Notice[];
};

/** This month against its budget: what was spent, where it will end, and how fast it goes. */
export function decideBudget(
  usage: BudgetUsage,
  state: BudgetState | undefined,
  outlook: Outlook,
  tonight: SpendTonight,
): BudgetDecision {
  const { seen, policy } = tonight;
  const before = state?.month === usage.month ? state : undefined;
  const actual = actualCrossing(usage, before, policy.budgets);
  const about = { customerId: seen.customer.customerId, usage, outlook };
  const forecast = decideForecast(about, before, tonight);
  const pace = decidePace(about, before, forecast.told.toldPercent > 0, tonight);
  const previous = before?.previous ?? (before === undefined ? monthTold(state) : undefined);
  const isQuiet = policy.budgets.quietOnPlan && isOnPlan(about, actual.news);
  const notice = actual.news === undefined || isQuiet ? [] : [actualNotice(about, actual.news)];
  const next: BudgetState = toldIn(usage, actual.told);
  if (!isSilent(forecast.told)) next.forecast = forecast.told;
  if (!isSilent(pace.told)) next.pace = pace.told;
  if (previous !== undefined) next.previous = previous;
  const night = usageNight(usage, actual.crossed);
  if (forecast.forecastTold !== undefined) night.forecastTold = forecast.forecastTold;
  if (forecast.hasReceded) night.hasReceded = true;
  addOutlook(night, outlook);
  return { next, night, notices: [...notice, ...forecast.notices, ...pace.notices] };
}

function toldIn({ month, budget }: BudgetUsage, { toldPercent, toldOf }: Told): MonthTold {
  const told: MonthTold = { month, budgetMinorUnits: budget, toldPercent };
  if (toldOf !== undefined) told.toldOf = toldOf;
  return told;
}

/** Half of the budget by the middle of the month is what a budget is for. */
function isOnPlan(
  { usage: { budget }, outlook: { pace, forecast } }: AboutBudget,
  threshold = 0,
): boolean {
  if (threshold >= 100 || pace === undefined) return false;
  const ahead = pointsAhead(pace, budget) ?? 0;
  return ahead <= 0 && (forecast === undefined || forecast.expected < budget);
}

/**
 * A month that is over and may still be restated: what it newly reaches is told, nothing is untold.
 * One that no night has looked at while it ran is history, and told of nothing.
 */
export function decideRestated(
  usage: BudgetUsage,
  before: MonthTold | undefined,
  customerId: CustomerId,
  policy: BudgetPolicy,
): {
  readonly next: MonthTold;
  readonly night: BudgetNight;
  readonly notices: readonly Notice[];
} {
  // Changed since, a budget is about the months to come: this one is judged by what it had.
  const own = before === undefined ? usage : { ...usage, budget: before.budgetMinorUnits };
  const { crossed, told, ...found } = actualCrossing(own, before, policy);
  const news = before === undefined ? undefined : found.news;
  return {
    next: toldIn(own, told),
    night: { ...usageNight(own, crossed), isRestated: true },
    notices: news === undefined ? [] : [actualNotice({ customerId, usage: own }, news)],
  };
}

/** What a month's actual spend was told to have reached, without what was told beside it. */
export function monthTold(state: BudgetState | undefined): MonthTold | undefined {
  if (state === undefined) return undefined;
  const { month, budgetMinorUnits, toldPercent, toldOf } = state;
  return { month, budgetMinorUnits, toldPercent, ...(toldOf === undefined ? {} : { toldOf }) };
}

const actualCrossing = (
  usage: BudgetUsage,
  before: MonthTold | undefined,
  { thresholds }: BudgetPolicy,
): Crossing =>
  crossing(
    { thresholds, budget: usage.budget, reaches: (each) => reaches(usage, each) },
    before,
    before?.budgetMinorUnits ?? 0,
  );

const isSilent = ({ toldPercent, toldOf, recededFrom }: ForecastTold): boolean =>
  toldPercent === 0 && toldOf === undefined && recededFrom === undefined;

type ForecastTold = NonNullable<BudgetState['forecast']>;

function usageNight(usage: BudgetUsage, crossed: number | undefined): BudgetNight {
  const { currency, month, budget, spent, isDefault } = usage;
  const percent = percentOf(usage);
  const night: BudgetNight = { currency, month, budget, spent };
  if (percent !== undefined) night.percent = percent;
  if (crossed !== undefined) night.crossed = crossed;
  if (isDefault) night.isDefault = isDefault;
  return night;
}

function addOutlook(night: BudgetNight, { forecast, lastError, pace, dataThrough }: Outlook): void {
  const ahead = pace && pointsAhead(pace, night.budget);
  if (forecast !== undefined) {
    night.forecast = forecast.expected;
    night.low = forecast.low;
    night.high = forecast.high;
    if (forecast.isEarly) night.isEarly = true;
  }
  if (lastError !== undefined) night.lastError = lastError;
  if (ahead !== undefined) night.ahead = Math.round(ahead * 10) / 10;
  if (dataThrough !== undefined) night.dataThrough = dataThrough;
}

function actualNotice(
  { customerId, usage }: { readonly customerId: CustomerId; readonly usage: BudgetUsage },
  threshold: number,
): Notice {
  const { currency, month, budget, spent } = usage;
  return spendNotice({
    key: `${customerId}|${currency}|budget|${month}|${threshold}|${budget}`,
    kind: 'budget',
    currency,
    stage: `${threshold}`,
    because: [{ key: 'budget', currency, month, spent, budget, threshold, ...percentIn(usage) }],
  });
}

const percentIn = (usage: BudgetUsage) => {
  const percent = percentOf(usage);
  return percent === undefined ? {} : { percent };
};
