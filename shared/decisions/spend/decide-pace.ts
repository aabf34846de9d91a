import { reaches } from '../../evaluation/budget-usage.ts';
import { type Pace, pointsAhead } from '../../evaluation/pace.ts';
import type { Notice } from '../customer-night.ts';
import type { AboutBudget } from './decide-forecast.ts';
import { spendNotice } from './spend-notice.ts';
import type { BudgetState, Told } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';
import { crossing, highest } from './told-thresholds.ts';

/**
 * Spend that runs ahead of the month, where nothing else has said so: a forecast above the budget,
 * or a spent one, says as much and more.
 */
export function decidePace(
  about: AboutBudget,
  before: BudgetState | undefined,
  isForecastTold: boolean,
  { policy: { budgets } }: SpendTonight,
): { readonly told: Told; readonly notices: readonly Notice[] } {
  const { usage, outlook } = about;
  const { points, fromDay } = budgets.pace;
  const ahead = outlook.pace && pointsAhead(outlook.pace, usage.budget);
  const isDue = outlook.pace !== undefined && outlook.pace.days >= fromDay;
  const runsAhead = (each: number): boolean => isDue && ahead !== undefined && ahead > each;
  const isSaid = isForecastTold || reaches(usage, 100);
  const { news, told } = crossing(
    {
      thresholds: points,
      reaches: runsAhead,
      budget: usage.budget,
      implied: isSaid ? highest(points, runsAhead) : undefined,
    },
    before?.pace,
    before?.budgetMinorUnits ?? 0,
  );
  const notices =
    news === undefined || outlook.pace === undefined ? [] : [paceNotice(about, outlook.pace, news)];
  return { told, notices };
}

function paceNotice({ customerId, usage }: AboutBudget, pace: Pace, points: number): Notice {
  const { currency, month, budget } = usage;
  const { spent, days, daysOfMonth } = pace;
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  return spendNotice({
    key: `${customerId}|${currency}|budget-pace|${month}|${points}|${budget}`,
    kind: 'budget-pace',
    currency,
    stage: `${points}`,
    because: [
      {
        key: 'pace',
        currency,
        month,
        budget,
        spentPercent: percent(spent / budget),
        days,
        daysOfMonth,
        elapsedPercent: percent(days / daysOfMonth),
        points,
      },
    ],
  });
}
