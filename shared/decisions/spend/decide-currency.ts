import { seriesOf } from '../../evaluation/spend/spent-days.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { Notice } from '../customer-night.ts';
import type { CustomerState } from '../customer-state.ts';
import { stored } from '../dunning/ladder.ts';
import { type AnomalyDecision, decideAnomaly } from './decide-anomaly.ts';
import { decideExposure, exposureTonight } from './decide-exposure.ts';
import { type Budgets, decideMonths } from './decide-months.ts';
import { NO_OUTLOOK, type Outlook, outlookOf } from './outlook.ts';
import type { BudgetNight, ExposureNight } from './spend-night.ts';
import type { BudgetState } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';

/** What a night decided about spend in one currency; currencies never meet. */
export type CurrencyDecision = {
  readonly currency: CurrencyCode;
  readonly outlook: Outlook;
  readonly budget: BudgetState | undefined;
  readonly budgetNights: readonly BudgetNight[];
  readonly anomaly: AnomalyDecision | undefined;
  readonly exposure: ExposureNight | undefined;
  readonly exposureTold: number[] | undefined;
  readonly notices: readonly Notice[];
};

export function decideCurrency(
  currency: CurrencyCode,
  budgets: Budgets,
  state: CustomerState,
  tonight: SpendTonight,
): CurrencyDecision {
  const { forecasts = {}, watches = {}, spikesTold = {}, exposureTold = {} } = state.spend ?? {};
  const series = seriesOf(tonight.spent, currency);
  const outlook = outlookOf(series, stored(forecasts, currency), tonight);
  const isSpending = series !== undefined && outlook !== NO_OUTLOOK;
  const budget = decideMonths(currency, budgets, stored(state.budgets, currency), outlook, tonight);
  const anomaly = isSpending
    ? decideAnomaly(series, stored(watches, currency), stored(spikesTold, currency) ?? [], tonight)
    : undefined;
  const limit = limitIn(currency, tonight);
  const exposure = exposureTonight(currency, outlook, tonight);
  const exposed = decideExposure(exposure, limit, stored(exposureTold, currency) ?? [], tonight);
  return {
    currency,
    outlook,
    budget: budget?.next,
    budgetNights: budget?.nights ?? [],
    anomaly,
    exposure: limit !== undefined || exposure.uninvoiced > 0 ? exposed.night : undefined,
    exposureTold: exposed.told.length === 0 ? undefined : [...exposed.told],
    notices: [...(anomaly?.notices ?? []), ...exposed.notices, ...(budget?.notices ?? [])],
  };
}

/** A limit of nothing is none. It is in the customer's currency and no other. */
function limitIn(currency: CurrencyCode, { seen: { customer } }: SpendTonight): number | undefined {
  const limit = customer.creditLimitMinorUnits ?? 0;
  return limit > 0 && customer.currency === currency ? limit : undefined;
}
