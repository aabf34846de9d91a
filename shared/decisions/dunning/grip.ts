import type { LadderState } from '../customer-state.ts';
import type { Footings } from './footings.ts';
import { stageIndex } from './ladder.ts';
import { type Bar, barTo } from './required-letter.ts';
import {
  conditionHolds,
  type Footing,
  hasStarted,
  type Rules,
  stageHolds,
} from './stage-conditions.ts';

/** Which stages a ladder can stand on tonight. Stages are counted from the mildest. */
export type Grip = {
  /** The stage a broken promise raised it to, while that lasts; -1 for none. */
  readonly raisedTo: number;
  /** Whether the facts alone hold a stage, and the highest that they do. */
  readonly byFacts: (stage: number) => boolean;
  readonly topByFacts: () => number;
  /** Whether a stage is held by what counts. */
  readonly holds: (stage: number) => boolean;
  /** Whether a stage is held even without what waits: a promise, a hold on an invoice. */
  readonly pushes: (stage: number) => boolean;
  /** What keeps it from a stage above where it stands, if anything. */
  readonly barTo: (stage: number) => Bar | undefined;
};

export function gripOf(before: LadderState, footings: Footings, rules: Rules): Grip {
  const { enteredOn } = before;
  const byFacts = (stage: number): boolean => stageHolds(stage, footings.all, enteredOn, rules);
  const topByFacts = (): number => highest(rules.policy.stages.length, byFacts);
  const raisedTo = raisedStage(before, footings.all, topByFacts, rules);
  const isPushed = footings.pushing.clocks.length > 0;
  const pushes = (stage: number): boolean =>
    (stage === raisedTo && isPushed) || stageHolds(stage, footings.pushing, enteredOn, rules);
  const holds = (stage: number): boolean => stage === raisedTo || byFacts(stage);
  const from = stageIndex(rules.policy.stages, before.stage);
  return {
    raisedTo,
    byFacts,
    topByFacts,
    holds,
    pushes,
    barTo: (stage) => barTo(stage, from, before, { holds, pushes }, footings.all, rules),
  };
}

/**
 * A raise lasts while something overdue counts, the conditions of its stage hold, and the facts
 * alone say no less than when it was raised.
 */
function raisedStage(
  { raised }: LadderState,
  footing: Footing,
  topByFacts: () => number,
  rules: Rules,
): number {
  if (raised === undefined) return -1;
  const { stages } = rules.policy;
  const at = stageIndex(stages, raised.to);
  const lasts = mayStandOn(at, footing, rules) && topByFacts() >= stageIndex(stages, raised.over);
  return lasts ? at : -1;
}

/** Whether a stage may be stood on before its days. */
export function mayStandOn(at: number, footing: Footing, rules: Rules): boolean {
  const stage = rules.policy.stages[at];
  if (stage === undefined || !conditionHolds(stage, footing, rules)) return false;
  return footing.clocks.some((clock) => hasStarted(clock, rules));
}

function highest(stages: number, holds: (stage: number) => boolean): number {
  for (let stage = stages - 1; stage >= 0; stage--) if (holds(stage)) return stage;
  return -1;
}
