import type { LadderState } from './customer-state.ts';
import { ladderOf } from './ladder.ts';
import type { Move } from './move.ts';
import { isWaiting, repetitions, type Teller, type Telling } from './telling.ts';

/** The ladder with tonight's telling in it: told is the stage and whatever it passed over. */
export function toldLadder(move: Move, telling: Telling | undefined, teller: Teller): LadderState {
  const { after, to, from } = move;
  if (to < 0) return after;
  const passed = teller.rules.policy.stages.slice(0, to + 1).map(({ name }) => name);
  const waiting = (after.lettersWaiting ?? []).filter(
    (name) => name !== after.stage && (to <= from || !passed.includes(name)),
  );
  const stillWaits = telling !== undefined && isWaiting(telling, teller);
  return ladderOf({
    ...after,
    told: [...after.told, ...passed.filter((name) => !after.told.includes(name))],
    lettersWaiting: stillWaits && after.stage !== undefined ? [...waiting, after.stage] : waiting,
    repeats: repeatsWith(move, telling, teller),
  });
}

/** Coming back to a stage starts its days anew: who has just paid in part is not told the same night. */
function repeatsWith(
  { after, to, from }: Move,
  telling: Telling | undefined,
  { asOf, rules }: Teller,
): LadderState['repeats'] {
  const stage = rules.policy.stages[to];
  const isTold = telling !== undefined && telling.occasion !== 'letter';
  if (stage?.repeatEveryDays === undefined || (!isTold && to === from)) return after.repeats;
  const times = telling?.repetition ?? repetitions(after, stage);
  return { ...after.repeats, [stage.name]: { times, on: asOf } };
}
