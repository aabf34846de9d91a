import { joinedReadings } from '../evaluation/spend/kept-readings.ts';
import type { AccountState, CustomerState } from './customer-state.ts';
import type { BudgetState, SpendState } from './spend/spend-state.ts';

/**
 * What is remembered of a customer that turned out to be this one, taken along, so that nothing is
 * told again and no episode starts anew. What this one remembers itself comes first.
 */
export function withBrought(own: CustomerState, brought: CustomerState): CustomerState {
  const readings = joinedReadings(brought.readings ?? {}, own.readings ?? {});
  const lastLetterOn = later(own.lastLetterOn, brought.lastLetterOn);
  const spend = spendOf(own.spend, brought.spend);
  return {
    ...brought,
    ...own,
    accounts: joined(own.accounts, brought.accounts, isDunned),
    budgets: joined(own.budgets, brought.budgets, isTold),
    ...(spend !== undefined && { spend }),
    ...(Object.keys(readings).length > 0 && { readings }),
    ...(lastLetterOn !== undefined && { lastLetterOn }),
    settledPromises: [...new Set([...own.settledPromises, ...brought.settledPromises])],
  };
}

/** By key; of two the brought one holds only where it says more. */
function joined<Value>(
  own: Readonly<Record<string, Value>>,
  brought: Readonly<Record<string, Value>>,
  saysMore: (brought: Value, own: Value) => boolean,
): Record<string, Value> {
  const all = { ...brought, ...own };
  for (const [key, theirs] of Object.entries(brought)) {
    const ours = own[key];
    if (ours !== undefined && saysMore(theirs, ours)) all[key] = theirs;
  }
  return all;
}

const isDunned = (brought: AccountState, own: AccountState): boolean =>
  brought.inEpisode && !own.inEpisode;

const isTold = (brought: BudgetState, own: BudgetState): boolean =>
  brought.month > own.month ||
  (brought.month === own.month && brought.toldPercent > own.toldPercent);

function spendOf(own: SpendState | undefined, brought: SpendState | undefined) {
  if (own === undefined || brought === undefined) return own ?? brought;
  return {
    ...brought,
    ...own,
    forecasts: { ...brought.forecasts, ...own.forecasts },
    watches: { ...brought.watches, ...own.watches },
    spikesTold: { ...brought.spikesTold, ...own.spikesTold },
    exposureTold: { ...brought.exposureTold, ...own.exposureTold },
    toldIn: { ...brought.toldIn, ...own.toldIn },
    refundsTold: { ...brought.refundsTold, ...own.refundsTold },
  };
}

const later = <Day extends string>(...days: readonly (Day | undefined)[]): Day | undefined =>
  days
    .flatMap((each) => each ?? [])
    .toSorted()
    .at(-1);
