import { addParts, type MetricParts, noParts } from '../evaluation/metric-parts.ts';
import { type Metric, metricsOf } from '../evaluation/metrics.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { CustomerNight } from './customer-night.ts';

export type CurrencyMetric = Metric & { readonly currency: CurrencyCode };

/** Sums of the parts of many customers, by currency. */
export type PortfolioParts = ReadonlyMap<CurrencyCode, MetricParts>;

export function withPartsOf(
  portfolio: PortfolioParts,
  { accounts }: CustomerNight,
): PortfolioParts {
  const sums = new Map(portfolio);
  for (const { currency, metrics } of accounts)
    if (metrics !== undefined)
      sums.set(currency, addParts(sums.get(currency) ?? noParts(), metrics));
  return sums;
}

/** The metrics of a portfolio, or of one customer where it alone was added. */
export const portfolioMetrics = (portfolio: PortfolioParts): readonly CurrencyMetric[] =>
  [...portfolio]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([currency, parts]) => metricsOf(parts).map((metric) => ({ currency, ...metric })));
