import type { LadderState } from '../customer-state.ts';
import { type Grip, mayStandOn } from './grip.ts';
import type { Course } from './ladder.ts';
import type { Footing, Rules } from './stage-conditions.ts';

/** A state of long ago has it as text. */
type Raised = NonNullable<LadderState['raiseDue']>;

/** One stage above where it stands or falls to; put off where it may not rise tonight. */
export function raiseOf(
  course: Course,
  from: number,
  because: Raised,
  mayRise: boolean,
  grip: Grip,
  pushing: Footing,
  rules: Rules,
): Course {
  const { stages } = rules.policy;
  const to = Math.min(from, course.to) + 1;
  const stage = stages[to]?.name;
  if (stage === undefined || course.to >= to) return course;
  if (!mayRise || !mayStandOn(to, pushing, rules) || grip.barTo(to) !== undefined)
    return { ...course, raiseDue: because };

  if (grip.byFacts(to)) return { ...course, to };
  const over = stages[grip.topByFacts()]?.name;
  const raised = { to: stage, ...(over === undefined ? {} : { over }), because };
  return { to, raised, raiseDue: undefined };
}
