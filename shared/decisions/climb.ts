import type { Counting, CountingInvoice } from '../evaluation/counting.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { AccountState, LadderState } from './customer-state.ts';
import type { Gates } from './gates.ts';
import { knownLadder, OFF_LADDER, placedOn, stageIndex, stored } from './ladder.ts';
import { nextStage } from './next-stage.ts';
import { type Footing, footingOf, type Rules, stageHolds } from './stage-conditions.ts';

/** One ladder, before and after tonight. */
export type Move = {
  /** The invoice that climbs by itself; absent where the customer climbs. */
  readonly invoiceId: string | undefined;
  readonly before: LadderState;
  readonly after: LadderState;
  readonly from: number;
  readonly to: number;
  readonly footing: Footing;
  /** Where it would stand, did nothing wait. */
  readonly wanted: number;
  /** Whether the stage may be told of: nothing holds it back, nor what it rests on. */
  readonly mayTell: () => boolean;
};

/** The two footings of an account: everything that counts, and what of it nothing holds back. */
export type Footings = { readonly all: Footing; readonly pushing: Footing };

export function footingsOf({ invoices }: Counting, { paused }: Gates, rules: Rules): Footings {
  const all = footingOf(invoices, rules);
  if (paused.size === 0) return { all, pushing: all };
  return {
    all,
    pushing: footingOf(
      invoices.filter((each) => !paused.has(each.invoiceId)),
      rules,
    ),
  };
}

/** The customer's ladder, where one stage stands for all invoices. */
export function climbCustomer(
  state: AccountState,
  footings: Footings,
  gates: Gates,
  rules: Rules,
  asOf: CalendarDate,
): Move {
  const isStill = gates.isFrozen && footings.all.clocks.length > 0;
  return moved(undefined, state, footings, isStill, gates, rules, asOf);
}

/** Each invoice's own ladder: its days, the customer's sums. A held invoice stays where it is. */
export function climbInvoices(
  state: AccountState,
  invoices: readonly CountingInvoice[],
  { all, pushing }: Footings,
  gates: Gates,
  rules: Rules,
  asOf: CalendarDate,
): readonly Move[] {
  return invoices.map((invoice) => {
    const { invoiceId } = invoice;
    const clocks = [invoice];
    const own = {
      all: { ...all, clocks },
      pushing: { ...pushing, clocks: gates.paused.has(invoiceId) ? [] : clocks },
    };
    const before = stored(state.invoices, invoiceId) ?? OFF_LADDER;
    const isStill = gates.isFrozen || gates.held.has(invoiceId);
    return moved(invoiceId, before, own, isStill, gates, rules, asOf);
  });
}

function moved(
  invoiceId: string | undefined,
  state: LadderState,
  { all, pushing }: Footings,
  isStill: boolean,
  gates: Gates,
  rules: Rules,
  asOf: CalendarDate,
): Move {
  const { stages, progression } = rules.policy;
  const before = knownLadder(state, stages);
  const { enteredOn } = before;
  const from = stageIndex(stages, before.stage);
  const holds = (at: number): boolean => stageHolds(at, all, enteredOn, rules);
  const pushes = (at: number): boolean => stageHolds(at, pushing, enteredOn, rules);
  const oneStep = progression === 'one-step';
  // A stage entered tonight is tonight's one step, should the night run again.
  const steppedTonight =
    oneStep && before.stage !== undefined && stored(enteredOn, before.stage) === asOf;

  const climb = { stages: stages.length, oneStep, mayRise: !steppedTonight, holds, pushes };
  const nothingCloses = gates.closed === undefined;
  const mayRise = climb.mayRise && nothingCloses;
  const to = isStill ? from : nextStage(from, { ...climb, mayRise });
  const nothingWaits = !isStill && nothingCloses && gates.paused.size === 0;
  return {
    invoiceId,
    before,
    after: placedOn(before, stages, to, asOf),
    from,
    to,
    footing: all,
    wanted: nothingWaits ? to : nextStage(from, { ...climb, pushes: holds }),
    mayTell: () => !isStill && nothingCloses && pushes(to),
  };
}
