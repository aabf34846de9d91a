import { literally } from '../../languages/reason.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import type { BudgetNight } from '../spend/spend-night.ts';
import type { BudgetLine, DigestContent } from './content/digest-content.ts';

/** Whether a night is kept for its digest, though nothing is new. */
export const hasSpendToWatch = (night: CustomerNight): boolean =>
  night.budgets.some(isWatched) ||
  (night.exposure ?? []).some(({ crossed }) => crossed !== undefined) ||
  (night.anomalies ?? []).some(({ kind }) => kind === 'anomaly') ||
  (night.refunds ?? []).length > 0;

/** Spent, or heading there. */
const isWatched = ({ crossed = 0, forecastTold = 0 }: BudgetNight): boolean =>
  crossed >= 100 || forecastTold > 0;

type Exposed = DigestContent['exposed']['items'][number];

export const exposedOf = ({
  customer: { customerId, name: customerName },
  exposure = [],
}: CustomerNight): Exposed[] =>
  exposure.flatMap(({ currency, total, limit = 0, percent = 0, crossed }) =>
    crossed === undefined ? [] : [{ customerId, customerName, currency, total, limit, percent }],
  );

export const byPercent = (a: Exposed, b: Exposed): number => b.percent - a.percent;

/** What was told on earlier nights and still stands. It is no news, so it makes no digest by itself. */
export function watchedOf(night: CustomerNight): DigestContent['watched']['items'] {
  const { customerId, name: customerName, currency } = night.customer;
  const who = { customerId, customerName };
  const isTold = (kinds: readonly Notice['kind'][], of: CurrencyCode): boolean =>
    night.notices.some((each) => kinds.includes(each.kind) && each.currency === of);
  return [
    ...(night.anomalies ?? []).flatMap((each) =>
      each.kind === 'anomaly' && !isTold(['anomaly'], each.currency)
        ? [
            {
              ...who,
              kind: each.kind,
              startedOn: each.startedOn,
              because: each.reason ?? literally(each.because),
            },
          ]
        : [],
    ),
    ...(night.refunds ?? [])
      .filter(() => !isTold(['refund-clock'], currency))
      .map(({ lastDay, daysLeft }) => ({ ...who, kind: 'refund' as const, lastDay, daysLeft })),
    ...night.budgets
      .filter((each) => isWatched(each) && !isTold(['budget', 'budget-forecast'], each.currency))
      .map((each) => ({
        ...who,
        kind: 'budget' as const,
        currency: each.currency,
        budget: budgetLine(each),
      })),
  ];
}

/** Of a month's budget, what a reader needs of it. */
export function budgetLine(night: BudgetNight): BudgetLine {
  const { month, budget, spent, percent, forecast, low, high, lastError, hasReceded } = night;
  return {
    month,
    budget,
    spent,
    ...(percent === undefined ? {} : { percent }),
    ...(forecast === undefined ? {} : { forecast }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(lastError === undefined ? {} : { lastError }),
    ...(hasReceded && { hasReceded }),
  };
}
