import type { CurrencyCode } from '../ledger/money.ts';
import { boundedTable, type Columns, heading } from './bounded-table.ts';
import type { CustomerNight, Notice } from './customer-night.ts';
import type { Block } from './email.ts';
import { moneyText } from './money-text.ts';
import type { BudgetNight } from './spend/spend-night.ts';

const WATCHED: Columns = [
  ['Customer', 'left'],
  ['What', 'left'],
  ['How it stands', 'left'],
];

const EXPOSED: Columns = [
  ['Customer', 'left'],
  ['Exposure', 'right'],
  ['Credit limit', 'right'],
  ['Used', 'right'],
];

/** What was told on earlier nights and still stands. It is no news, so it makes no digest by itself. */
export function spendBlocks(nights: readonly CustomerNight[]): Block[] {
  const watched = nights.flatMap(watchedRows);
  const exposed = exposedRows(nights);
  return [
    ...(exposed.length === 0
      ? []
      : [heading('Exposure near its limit'), ...boundedTable(EXPOSED, exposed)]),
    ...(watched.length === 0 ? [] : [heading('Spend to watch'), ...boundedTable(WATCHED, watched)]),
  ];
}

/** Whether a night is kept for its digest, though nothing is new. */
export const hasSpendToWatch = (night: CustomerNight): boolean =>
  night.budgets.some(isWatched) ||
  (night.exposure ?? []).some(({ crossed }) => crossed !== undefined) ||
  (night.anomalies ?? []).some(({ kind }) => kind === 'anomaly') ||
  (night.refunds ?? []).length > 0;

/** Spent, or heading there. */
const isWatched = ({ crossed = 0, forecastTold = 0 }: BudgetNight): boolean =>
  crossed >= 100 || forecastTold > 0;

function exposedRows(nights: readonly CustomerNight[]): string[][] {
  return nights
    .flatMap(({ customer, exposure = [] }) => exposure.map((each) => ({ ...each, customer })))
    .filter(({ crossed }) => crossed !== undefined)
    .toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
    .map(({ customer, currency, total, limit = 0, percent }) => [
      customer.name,
      moneyText({ minorUnits: total, currency }),
      moneyText({ minorUnits: limit, currency }),
      `${percent} %`,
    ]);
}

function watchedRows(night: CustomerNight): string[][] {
  const { customer, budgets, anomalies = [], refunds = [] } = night;
  const row = (what: string, how: string): string[] => [customer.name, what, how];
  return [
    ...anomalies.flatMap((each) =>
      each.kind === 'anomaly' && !isToldTonight(night, ['anomaly'], each.currency)
        ? [row(`spike since ${each.startedOn}`, each.because)]
        : [],
    ),
    ...refunds
      .filter(() => !isToldTonight(night, ['refund-clock'], customer.currency))
      .map(({ lastDay, daysLeft }) =>
        row(
          'credit request for fraud',
          daysLeft < 0 ? `too late since ${lastDay}` : `through ${lastDay}`,
        ),
      ),
    ...budgets
      .filter(isWatched)
      .filter(({ currency }) => !isToldTonight(night, ['budget', 'budget-forecast'], currency))
      .map((each) => row(`${each.month} budget`, budgetText(each))),
  ];
}

const isToldTonight = (
  { notices }: CustomerNight,
  kinds: readonly Notice['kind'][],
  of: CurrencyCode,
): boolean => notices.some(({ kind, currency }) => kinds.includes(kind) && currency === of);

function budgetText(night: BudgetNight): string {
  const { currency, spent, budget, percent, forecast, low = 0, high = 0, lastError } = night;
  const text = (minorUnits: number): string => moneyText({ minorUnits, currency });
  const end =
    forecast === undefined ? '' : `, forecast ${text(forecast)} (${text(low)} to ${text(high)})`;
  const error = lastError === undefined ? '' : `, last month's were ${lastError} % off`;
  return `${text(spent)} of ${text(budget)} (${percent} %)${end}${error}${night.hasReceded ? ', receded' : ''}`;
}
