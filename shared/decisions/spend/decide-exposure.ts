import { percentOf, reaches, spentIn } from '../../evaluation/budget-usage.ts';
import { type Exposure, exposureOf, uninvoicedSpend } from '../../evaluation/exposure.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { Notice } from '../customer-night.ts';
import type { Outlook } from './outlook.ts';
import type { ExposureNight } from './spend-night.ts';
import { spendNotice } from './spend-notice.ts';
import type { SpendTonight } from './spend-tonight.ts';
import { highest } from './told-thresholds.ts';

export type ExposureDecision = {
  readonly night: ExposureNight;
  readonly told: readonly number[];
  readonly notices: readonly Notice[];
};

export function exposureTonight(
  currency: CurrencyCode,
  { forecast }: Outlook,
  { seen, spent, accounts, month, asOf }: SpendTonight,
): Exposure {
  const account = accounts.find((each) => each.currency === currency);
  const uninvoiced = uninvoicedSpend(spent, seen.invoices, currency, asOf);
  const toCome = forecast ? forecast.expected - spentIn(month, spent, currency, asOf) : 0;
  return exposureOf(currency, account, uninvoiced, toCome);
}

/**
 * The highest percent of the limit that exposure newly reached. One that was told is told again
 * once exposure has been clearly below it. Stale data tells nothing: a payment may be missing.
 */
export function decideExposure(
  exposure: Exposure,
  limit: number | undefined,
  told: readonly number[],
  tonight: SpendTonight,
): ExposureDecision {
  if (limit === undefined) return { night: exposure, told: [], notices: [] };
  const { thresholds, rearmPoints } = tonight.policy.exposure;
  const usage = { spent: exposure.total, budget: limit };
  const percent = percentOf(usage);
  const crossed = highest(thresholds, (each) => reaches(usage, each));
  const night: ExposureNight = { ...exposure, limit };
  if (percent !== undefined) night.percent = percent;
  if (crossed !== undefined) night.crossed = crossed;
  if (tonight.isStale) return { night, told, notices: [] };

  const still = told.filter((each) => reaches(usage, each - Math.min(rearmPoints, each / 2)));
  const isNews = crossed !== undefined && !still.includes(crossed);
  const reached = thresholds.filter((each) => crossed !== undefined && each <= crossed);
  return {
    night,
    told: [...new Set([...still, ...reached])].sort((a, b) => a - b),
    notices: isNews ? [exposureNotice(exposure, limit, crossed, tonight)] : [],
  };
}

function exposureNotice(
  exposure: Exposure,
  limit: number,
  threshold: number,
  { seen, asOf }: SpendTonight,
): Notice {
  const { currency, total } = exposure;
  const percent = percentOf({ spent: total, budget: limit });
  return spendNotice({
    key: `${seen.customer.customerId}|${currency}|exposure|${threshold}|${asOf}`,
    kind: 'exposure',
    currency,
    stage: `${threshold}`,
    tell: ['account-manager', 'credit-controller'],
    because: [
      {
        ...{ key: 'exposure', limit, threshold },
        ...exposure,
        ...(percent === undefined ? {} : { percent }),
      },
    ],
  });
}
