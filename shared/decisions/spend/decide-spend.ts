import { type BudgetUsage, budgetUsages, budgetUsagesOf } from '../../evaluation/budget-usage.ts';
import type { RefundClock } from '../../evaluation/refund-clock.ts';
import { seriesOf } from '../../evaluation/spend/spent-days.ts';
import { type CalendarDate, monthBefore, monthOf } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { CustomerNight, HistoryEvent, Notice } from '../customer-night.ts';
import type { CustomerState } from '../customer-state.ts';
import { isEmpty, stored } from '../ladder.ts';
import { type AnomalyDecision, decideAnomaly } from './decide-anomaly.ts';
import { type BudgetDecision, decideBudget, decideRestated, monthTold } from './decide-budget.ts';
import { decideExposure, exposureTonight } from './decide-exposure.ts';
import { decideRefunds } from './decide-refunds.ts';
import { firstUsage } from './first-usage.ts';
import { type Missing, missingBudgets } from './missing-budget.ts';
import { NO_OUTLOOK, type Outlook, outlookOf } from './outlook.ts';
import type { BudgetNight, ExposureNight } from './spend-night.ts';
import { eventsOf } from './spend-notice.ts';
import type { BudgetState, SpendState } from './spend-state.ts';
import { currenciesOf, type SpendTonight } from './spend-tonight.ts';

/** What a night decided about spend: what to remember, to report and to say. */
export type SpendDecision = {
  readonly next: Pick<CustomerState, 'budgets' | 'spend'>;
  readonly night: Pick<CustomerNight, 'budgets' | 'exposure' | 'anomalies' | 'refunds'>;
  readonly notices: readonly Notice[];
  readonly events: readonly HistoryEvent[];
};

export function decideSpend(state: CustomerState, tonight: SpendTonight): SpendDecision {
  const { spend: before = {} } = state;
  const budgets = budgetsTonight(tonight);
  const decided = currenciesTonight(tonight).map((currency) =>
    decideCurrency(currency, budgets, state, tonight),
  );
  const refunds = decideRefunds(before.refundsTold, tonight);
  const once = onceAMonth(missingBudgets(budgets.now, tonight), before.toldIn, tonight);
  const first = before.firstUsageToldOn === undefined ? firstUsage(tonight) : undefined;
  const notices = [
    ...decided.flatMap((each) => each.notices),
    ...refunds.notices,
    ...once.notices,
    ...(first ? [first] : []),
  ];
  const spend = stateOf(
    {
      forecasts: byCurrency(decided, ({ outlook }) => outlook.memory),
      watches: { ...before.watches, ...byCurrency(decided, ({ anomaly }) => anomaly?.watch) },
      spikesTold: {
        ...before.spikesTold,
        ...byCurrency(decided, ({ anomaly }) =>
          anomaly?.told.length ? [...anomaly.told] : undefined,
        ),
      },
      exposureTold: byCurrency(decided, ({ exposureTold }) => exposureTold),
      toldIn: once.toldIn,
      refundsTold: refunds.told,
    },
    first ? tonight.asOf : before.firstUsageToldOn,
  );
  return {
    next: {
      budgets: {
        ...stillRemembered(state.budgets, tonight.asOf),
        ...byCurrency(decided, ({ budget }) => budget),
      },
      ...(spend && { spend }),
    },
    night: nightOf(decided, refunds.clocks),
    notices,
    events: eventsOf(notices, tonight.asOf),
  };
}

/** A budget that is gone for a night was told of all the same; after its month it is forgotten. */
export function stillRemembered(
  budgets: CustomerState['budgets'],
  asOf: CalendarDate,
): CustomerState['budgets'] {
  if (isEmpty(budgets)) return budgets;
  const lastMonth = monthBefore(monthOf(asOf));
  return Object.fromEntries(Object.entries(budgets).filter(([, { month }]) => month >= lastMonth));
}

function nightOf(
  decided: readonly CurrencyDecision[],
  clocks: readonly RefundClock[],
): SpendDecision['night'] {
  const exposure = decided.flatMap((each) => each.exposure ?? []);
  const anomalies = decided.flatMap(({ anomaly }) => anomaly?.nights ?? []);
  return {
    budgets: decided.flatMap((each) => each.budgetNights),
    ...(exposure.length > 0 && { exposure }),
    ...(anomalies.length > 0 && { anomalies }),
    ...(clocks.length > 0 && { refunds: [...clocks] }),
  };
}

type Budgets = { readonly now: readonly BudgetUsage[]; readonly restated: readonly BudgetUsage[] };

function budgetsTonight({
  seen,
  spent,
  policy,
  asOf,
  month,
  firstOpenMonth,
}: SpendTonight): Budgets {
  const { budgets } = seen;
  const defaults = policy.budgets.default;
  return {
    now: budgetUsages(budgets, spent, asOf, defaults),
    restated:
      firstOpenMonth < month ? budgetUsagesOf(firstOpenMonth, budgets, spent, asOf, defaults) : [],
  };
}

function currenciesTonight({ seen, spent }: SpendTonight): readonly CurrencyCode[] {
  const { customer, budgets } = seen;
  const limited = (customer.creditLimitMinorUnits ?? 0) > 0 ? [customer] : [];
  if (limited.length + budgets.length === 0) return spent.currencies;
  return currenciesOf([
    ...limited,
    ...budgets,
    ...spent.currencies.map((currency) => ({ currency })),
  ]);
}

type CurrencyDecision = {
  readonly currency: CurrencyCode;
  readonly outlook: Outlook;
  readonly budget: BudgetState | undefined;
  readonly budgetNights: readonly BudgetNight[];
  readonly anomaly: AnomalyDecision | undefined;
  readonly exposure: ExposureNight | undefined;
  readonly exposureTold: number[] | undefined;
  readonly notices: readonly Notice[];
};

function decideCurrency(
  currency: CurrencyCode,
  budgets: Budgets,
  state: CustomerState,
  tonight: SpendTonight,
): CurrencyDecision {
  const { forecasts = {}, watches = {}, spikesTold = {}, exposureTold = {} } = state.spend ?? {};
  const series = seriesOf(tonight.spent, currency);
  const outlook = outlookOf(series, stored(forecasts, currency), tonight);
  const isSpending = series !== undefined && outlook !== NO_OUTLOOK;
  const budget = budgetOf(currency, budgets, stored(state.budgets, currency), outlook, tonight);
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

type MonthsDecision = Pick<BudgetDecision, 'next' | 'notices'> & {
  readonly nights: readonly BudgetNight[];
};

/** This month, and the one before while that is open. */
function budgetOf(
  currency: CurrencyCode,
  { now, restated }: Budgets,
  state: BudgetState | undefined,
  outlook: Outlook,
  tonight: SpendTonight,
): MonthsDecision | undefined {
  const usage = now.find((each) => each.currency === currency);
  if (usage === undefined) return undefined;
  const decided = decideBudget(usage, state, outlook, tonight);
  const last = restated.find((each) => each.currency === currency);
  if (last === undefined) return { ...decided, nights: [decided.night] };

  const known = [monthTold(state), state?.previous].find((each) => each?.month === last.month);
  const { customerId } = tonight.seen.customer;
  const closing = decideRestated(last, known, customerId, tonight.policy.budgets);
  return {
    next: { ...decided.next, previous: closing.next },
    nights: [decided.night, closing.night],
    notices: [...decided.notices, ...closing.notices],
  };
}

function onceAMonth(
  found: readonly Missing[],
  before: SpendState['toldIn'] = {},
  { month }: SpendTonight,
): { readonly notices: readonly Notice[]; readonly toldIn: NonNullable<SpendState['toldIn']> } {
  const told = Object.entries(before).filter(([, toldIn]) => toldIn === month);
  const keyed = found.map((each) => ({ ...each, key: monthlyKey(each) }));
  const news = keyed.filter(({ key }) => !told.some(([each]) => each === key));
  return {
    notices: news.map(({ notice }) => notice()),
    toldIn: Object.fromEntries([...told, ...news.map(({ key }) => [key, month] as const)]),
  };
}

const monthlyKey = ({ kind, currency, stage }: Missing): string =>
  [kind, currency, stage].filter((each) => each !== undefined).join('|');

function byCurrency<Value>(
  decided: readonly CurrencyDecision[],
  pick: (each: CurrencyDecision) => Value | undefined,
): Record<CurrencyCode, Value> {
  const values: Record<CurrencyCode, Value> = {};
  for (const each of decided) {
    const value = pick(each);
    if (value !== undefined) values[each.currency] = value;
  }
  return values;
}

/** Leaves out what is empty; undefined where all of it is. */
function stateOf(parts: Omit<SpendState, 'firstUsageToldOn'>, first: CalendarDate | undefined) {
  const {
    forecasts = {},
    watches = {},
    spikesTold = {},
    exposureTold = {},
    toldIn = {},
    refundsTold = {},
  } = parts;
  const state: SpendState = {
    ...(isEmpty(forecasts) ? {} : { forecasts }),
    ...(isEmpty(watches) ? {} : { watches }),
    ...(isEmpty(spikesTold) ? {} : { spikesTold }),
    ...(isEmpty(exposureTold) ? {} : { exposureTold }),
    ...(isEmpty(toldIn) ? {} : { toldIn }),
    ...(first === undefined ? {} : { firstUsageToldOn: first }),
    ...(isEmpty(refundsTold) ? {} : { refundsTold }),
  };
  return isEmpty(state) ? undefined : state;
}
