import { type BudgetUsage, percentOf, reaches } from '../../evaluation/budget-usage.ts';
import type { MonthForecast } from '../../evaluation/spend/forecast-month.ts';
import type { Reason } from '../../languages/reason.ts';
import { dayOfMonth } from '../../ledger/calendar-date.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import type { Notice } from '../customer-night.ts';
import type { Outlook } from './outlook.ts';
import { spendNotice } from './spend-notice.ts';
import type { BudgetState } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';
import { type Crossing, crossing, highest } from './told-thresholds.ts';

/** A month's budget, and where it is heading. */
export type AboutBudget = {
  readonly customerId: CustomerId;
  readonly usage: BudgetUsage;
  readonly outlook: Outlook;
};

export type ForecastDecision = {
  readonly told: NonNullable<BudgetState['forecast']>;
  /** The highest threshold told so far this month, and whether it is no longer reached. */
  readonly forecastTold: number | undefined;
  readonly hasReceded: boolean;
  readonly notices: readonly Notice[];
};

/**
 * A forecast wavers, so a threshold counts as reached when it is by a margin, or two nights in a
 * row. One that was told and is missed by that margin has receded: that is told once too. An
 * estimate that rests on stale data is not told.
 */
export function decideForecast(
  about: AboutBudget,
  before: BudgetState | undefined,
  tonight: SpendTonight,
): ForecastDecision {
  const { crossed: _, news, told } = forecastCrossing(about, before, tonight);
  const isToldBefore = before?.forecast !== undefined && told.toldPercent > 0 && news === undefined;
  const hasReceded = isToldBefore && isFarBelow(about, told.toldPercent, tonight);
  const recededFrom = before?.forecast?.recededFrom ?? [];
  const receding = `${told.toldPercent}|${about.usage.budget}`;
  const isNewlyReceded = hasReceded && !recededFrom.includes(receding);
  const receded = isNewlyReceded ? [...recededFrom, receding] : recededFrom;
  const next: ForecastDecision['told'] = told;
  if (receded.length > 0) next.recededFrom = receded;

  const { forecast } = about.outlook;
  const say = (text: Text): Notice[] => (forecast ? [text(about, forecast)] : []);
  return {
    told: next,
    forecastTold: told.toldPercent > 0 ? told.toldPercent : undefined,
    hasReceded,
    notices: [
      ...(news === undefined ? [] : say(reachedNotice(news))),
      ...(isNewlyReceded ? say(recededNotice(told.toldPercent)) : []),
    ],
  };
}

function forecastCrossing(
  { usage, outlook }: AboutBudget,
  before: BudgetState | undefined,
  { policy: { budgets }, asOf, isStale }: SpendTonight,
): Crossing {
  const { budget } = usage;
  const { forecast, lastNight } = outlook;
  const thresholds = budgets.forecastThresholds;
  const isStaleItself = isStale && outlook.dataThrough !== undefined;
  const isSilent = dayOfMonth(asOf) < budgets.forecast.fromDay || isStaleItself;
  const isAbove = (spent: number | undefined, percent: number): boolean =>
    spent !== undefined && reaches({ spent, budget }, percent);
  return crossing(
    {
      thresholds,
      budget,
      reaches: (each) =>
        !isSilent &&
        (isAbove(forecast?.expected, each * (1 + budgets.forecast.marginPercent / 100)) ||
          (isAbove(forecast?.expected, each) && isAbove(lastNight?.expected, each))),
      implied: highest(thresholds, (each) => reaches(usage, each)),
    },
    before?.forecast,
    before?.budgetMinorUnits ?? 0,
  );
}

function isFarBelow(
  { usage, outlook: { forecast } }: AboutBudget,
  threshold: number,
  { policy: { budgets } }: SpendTonight,
): boolean {
  if (forecast === undefined || reaches(usage, threshold)) return false;
  const spent = forecast.expected;
  const percent = threshold * (1 - budgets.forecast.marginPercent / 100);
  return !reaches({ spent, budget: usage.budget }, percent);
}

type Text = (about: AboutBudget, forecast: MonthForecast) => Notice;

const reachedNotice =
  (threshold: number): Text =>
  (about, forecast) =>
    spendNotice({
      key: `${keyOf('budget-forecast', about)}|${threshold}|${about.usage.budget}`,
      kind: 'budget-forecast',
      currency: about.usage.currency,
      stage: `${threshold}`,
      because: [
        ...endOf(about, forecast),
        { key: 'reaches', threshold },
        ...qualityOf(about, forecast),
      ],
    });

const recededNotice =
  (threshold: number): Text =>
  (about, forecast) =>
    spendNotice({
      key: `${keyOf('forecast-receded', about)}|${threshold}|${about.usage.budget}`,
      kind: 'forecast-receded',
      currency: about.usage.currency,
      stage: `${threshold}`,
      because: [
        ...endOf(about, forecast),
        { key: 'misses', threshold },
        ...qualityOf(about, forecast),
      ],
    });

const keyOf = (kind: Notice['kind'], { customerId, usage: { currency, month } }: AboutBudget) =>
  `${customerId}|${currency}|${kind}|${month}`;

/** The facts beside the forecast, so that a person can judge it. */
function endOf({ usage }: AboutBudget, { expected, low, high }: MonthForecast): Reason {
  const { currency, month, budget, spent } = usage;
  const percent = percentOf({ spent: expected, budget });
  return [
    {
      ...{ key: 'forecast', currency, month, expected, low, high, budget, spent },
      ...(percent === undefined ? {} : { percent }),
    },
  ];
}

function qualityOf({ outlook }: AboutBudget, { isEarly }: MonthForecast): Reason {
  const { lastError, dataThrough } = outlook;
  return [
    ...(isEarly ? [{ key: 'early' } as const] : []),
    ...(lastError === undefined ? [] : [{ key: 'last-errors', percent: lastError } as const]),
    ...(dataThrough === undefined ? [] : [{ key: 'data-through', day: dataThrough } as const]),
  ];
}
