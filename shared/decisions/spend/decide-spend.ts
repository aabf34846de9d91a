import type { RefundClock } from '../../evaluation/refund-clock.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { CustomerNight, HistoryEvent, Notice } from '../customer-night.ts';
import type { CustomerState } from '../customer-state.ts';
import { type CurrencyDecision, decideCurrency } from './decide-currency.ts';
import { budgetsTonight } from './decide-months.ts';
import { decideRefunds } from './decide-refunds.ts';
import { firstUsage } from './first-usage.ts';
import { missingBudgets } from './missing-budget.ts';
import { onceAMonth } from './once-a-month.ts';
import { byCurrency, spendState, stillRemembered } from './remembered.ts';
import { eventsOf } from './spend-notice.ts';
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
    ...ofAll(decided, (each) => each.notices),
    ...refunds.notices,
    ...once.notices,
    ...(first ? [first] : []),
  ];
  const spend = spendState(
    {
      forecasts: byCurrency(decided, ({ outlook }) => outlook.memory),
      watches: byCurrency(decided, ({ anomaly }) => anomaly?.watch, before.watches),
      spikesTold: byCurrency(
        decided,
        ({ anomaly }) => (anomaly?.told.length ? [...anomaly.told] : undefined),
        before.spikesTold,
      ),
      exposureTold: byCurrency(decided, ({ exposureTold }) => exposureTold),
      toldIn: once.toldIn,
      refundsTold: refunds.told,
    },
    first ? tonight.asOf : before.firstUsageToldOn,
  );
  return {
    next: {
      budgets: byCurrency(
        decided,
        ({ budget }) => budget,
        stillRemembered(state.budgets, tonight.asOf),
      ),
      ...(spend && { spend }),
    },
    night: nightOf(decided, refunds.clocks),
    notices,
    events: eventsOf(notices, tonight.asOf),
  };
}

function nightOf(
  decided: readonly CurrencyDecision[],
  clocks: readonly RefundClock[],
): SpendDecision['night'] {
  const exposure = decided.flatMap((each) => each.exposure ?? []);
  const anomalies = ofAll(decided, ({ anomaly }) => anomaly?.nights ?? []);
  const night: SpendDecision['night'] = {
    budgets: [...ofAll(decided, (each) => each.budgetNights)],
  };
  if (exposure.length > 0) night.exposure = exposure;
  if (anomalies.length > 0) night.anomalies = [...anomalies];
  if (clocks.length > 0) night.refunds = [...clocks];
  return night;
}

/** Nearly every customer spends in one currency, and there is nothing to put together. */
function ofAll<Part>(
  decided: readonly CurrencyDecision[],
  partsOf: (each: CurrencyDecision) => readonly Part[],
): readonly Part[] {
  const only = decided[0];
  return only !== undefined && decided.length === 1 ? partsOf(only) : decided.flatMap(partsOf);
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
