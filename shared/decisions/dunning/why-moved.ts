import type { Reason } from '../../languages/reason.ts';
import { whyOnStage, whyRaised } from './because.ts';
import type { Move } from './move.ts';
import type { Rules } from './stage-conditions.ts';

/** Why a ladder stands on the stage it moved to. */
export function whyMoved({ to, restsOn, before, raisedBecause }: Move, rules: Rules): Reason {
  const stage = rules.policy.stages[to]?.name;
  return stage === undefined || raisedBecause === undefined
    ? whyOnStage(to, restsOn, before.enteredOn, rules)
    : whyRaised(stage, raisedBecause, restsOn, rules);
}
