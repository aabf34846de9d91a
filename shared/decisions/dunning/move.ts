import { asReason, type Reason } from '../../languages/reason.ts';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { DunningStage } from '../../policy/dunning-policy.ts';
import type { LadderState } from '../customer-state.ts';
import type { Footings } from './footings.ts';
import type { Gates } from './gates.ts';
import { type Grip, gripOf } from './grip.ts';
import { type Course, knownLadder, placedOn, stageIndex, stored } from './ladder.ts';
import { nextStage } from './next-stage.ts';
import { raiseOf } from './raise.ts';
import { barText } from './required-letter.ts';
import type { Footing, Rules } from './stage-conditions.ts';

/** One ladder, before and after tonight. */
export type Move = {
  /** The invoice that climbs by itself; absent where the customer climbs. */
  readonly invoiceId: string | undefined;
  readonly before: LadderState;
  readonly after: LadderState;
  readonly from: number;
  readonly to: number;
  readonly footing: Footing;
  /** What it stands on: what nothing holds back, where that is enough. */
  readonly restsOn: Footing;
  /** Where it would stand, did nothing wait. */
  readonly wanted: number;
  /** Why it stands lower than that though nothing waits: a letter was not delivered. */
  readonly barredBecause: Reason | undefined;
  /** Why it stands where it does before its days, if so. */
  readonly raisedBecause: Reason | undefined;
  /** Whether the stage may be told of: nothing holds it back, nor what it rests on. */
  readonly mayTell: () => boolean;
};

/** What all ladders of an account climb by. */
export type Climb = { readonly gates: Gates; readonly rules: Rules; readonly asOf: CalendarDate };

/** A ladder before tonight, and what it stands on. */
export type Climber = {
  readonly invoiceId: string | undefined;
  readonly state: LadderState;
  readonly footings: Footings;
  readonly isStill: boolean;
  /** The promise that broke tonight, where that raises the stage. */
  readonly raiseBecause: Reason | undefined;
};

/** Up where nothing waits, down to what the facts say, or still. */
export function moved(climber: Climber, climb: Climb): Move {
  const { gates, rules, asOf } = climb;
  const { invoiceId, footings, isStill } = climber;
  const { stages } = rules.policy;
  const before = knownLadder(climber.state, stages);
  const from = stageIndex(stages, before.stage);
  const grip = gripOf(before, footings, rules);
  const hasStepped = isSteppedTonight(before, climb);
  const steps = stepsOf(grip, hasStepped, climb);

  const course = isStill
    ? still(climber, before, from)
    : courseOf(climber, before, grip, steps, rules);
  const { to, raised } = course;
  const isOpen = !isStill && gates.closed === undefined;
  const nothingWaits = isOpen && gates.paused.size === 0 && !stages.some(hasRequirement);
  const wanted = nothingWaits
    ? to
    : nextStage(from, {
        ...steps,
        mayRise: !hasStepped,
        pushes: grip.holds,
        mayEnter: () => true,
      });
  return {
    invoiceId,
    before,
    after: placedOn(before, course, stages, asOf),
    from,
    to,
    footing: footings.all,
    restsOn: grip.pushes(to) ? footings.pushing : footings.all,
    wanted,
    barredBecause: isOpen ? whyBarred(to, wanted, before, grip) : undefined,
    raisedBecause:
      raised !== undefined && to >= 0 && !grip.byFacts(to) ? asReason(raised.because) : undefined,
    mayTell: () => isOpen && grip.pushes(to),
  };
}

const hasRequirement = ({ requires }: DunningStage): boolean => requires !== undefined;

function whyBarred(
  to: number,
  wanted: number,
  before: LadderState,
  { barTo, pushes }: Grip,
): Reason | undefined {
  for (let stage = to + 1; stage <= wanted; stage++) {
    const bar = pushes(stage) ? barTo(stage) : undefined;
    if (bar !== undefined) return barText(bar, before);
  }
  return undefined;
}

type Steps = Parameters<typeof nextStage>[1];

/** A stage entered tonight is tonight's one step, should the night run again. */
function isSteppedTonight({ stage, enteredOn }: LadderState, { rules, asOf }: Climb): boolean {
  if (rules.policy.progression !== 'one-step' || stage === undefined) return false;
  return stored(enteredOn, stage) === asOf;
}

function stepsOf(grip: Grip, hasStepped: boolean, { gates, rules }: Climb): Steps {
  const { stages, progression } = rules.policy;
  return {
    stages: stages.length,
    oneStep: progression === 'one-step',
    mayRise: !hasStepped && gates.closed === undefined,
    holds: grip.holds,
    pushes: grip.pushes,
    mayEnter: (stage) => grip.barTo(stage) === undefined,
  };
}

const still = (
  { raiseBecause }: Climber,
  { raised, raiseDue }: LadderState,
  from: number,
): Course => ({ to: from, raised, raiseDue: raiseBecause ?? raiseDue });

function courseOf(
  { footings, raiseBecause }: Climber,
  before: LadderState,
  grip: Grip,
  steps: Steps,
  rules: Rules,
): Course {
  const from = stageIndex(rules.policy.stages, before.stage);
  const course = {
    to: nextStage(from, steps),
    raised: grip.raisedTo < 0 ? undefined : before.raised,
    raiseDue: undefined,
  };
  const because = raiseBecause ?? before.raiseDue;
  if (because === undefined) return course;
  return raiseOf(course, from, because, steps.mayRise, grip, footings.pushing, rules);
}
