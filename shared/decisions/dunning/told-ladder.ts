import type { LadderState } from '../customer-state.ts';
import { ladderOf, stored } from './ladder.ts';
import type { Move } from './move.ts';
import { isTold, isWaiting, repetitions, type Teller, type Telling } from './telling.ts';

/**
 * The ladder with tonight's telling in it: told is the stage and whatever it passed over. A stage
 * that is put off is not told yet, and stays so until it is, or until a higher one is.
 */
export function toldLadder(
  move: Move,
  telling: Telling | undefined,
  letterKey: string | undefined,
  teller: Teller,
): LadderState {
  const { after, to, from } = move;
  if (to < 0) return after;
  const reached = teller.rules.policy.stages.slice(0, to + 1).map(({ name }) => name);
  const isPassed = (name: string): boolean =>
    to > from && name !== after.stage && reached.includes(name);
  const isPutOff = telling?.occasion === 'new' && !isTold(telling);
  const tellingsWaiting = withStage(
    (after.tellingsWaiting ?? []).filter((name) => !isPassed(name)),
    after.stage,
    isPutOff,
  );
  const isUntold = (name: string): boolean =>
    !after.told.includes(name) && !tellingsWaiting.includes(name);
  return ladderOf({
    ...after,
    told: [...after.told, ...reached.filter(isUntold)],
    tellingsWaiting,
    lettersWaiting: withStage(
      (after.lettersWaiting ?? []).filter((name) => !isPassed(name)),
      after.stage,
      stillWaits(after, telling, teller),
    ),
    repeats: repeatsWith(move, telling, teller),
    letters: lettersWith(letterKey, after, teller),
  });
}

/** On a night that tells nobody a letter waits if it did; else if it was withheld. */
function stillWaits(
  { stage, lettersWaiting }: LadderState,
  telling: Telling | undefined,
  teller: Teller,
): boolean {
  if (telling === undefined) return false;
  if (!isTold(telling)) return stage !== undefined && lettersWaiting?.includes(stage) === true;
  return isWaiting(telling, teller);
}

const withStage = (
  names: readonly string[],
  stage: string | undefined,
  isIn: boolean,
): string[] => {
  const others = names.filter((name) => name !== stage);
  return isIn && stage !== undefined ? [...others, stage] : others;
};

/** Coming back to a stage starts its days anew: who has just paid in part is not told the same night. */
function repeatsWith(
  { after, to, from }: Move,
  telling: Telling | undefined,
  { asOf, rules }: Teller,
): LadderState['repeats'] {
  const stage = rules.policy.stages[to];
  const isNews = telling !== undefined && telling.occasion !== 'letter' && isTold(telling);
  if (stage?.repeatEveryDays === undefined || (!isNews && to === from)) return after.repeats;
  const times = isNews ? telling.repetition : repetitions(after, stage);
  return { ...after.repeats, [stage.name]: { times, on: asOf } };
}

function lettersWith(
  key: string | undefined,
  { stage, letters = {} }: LadderState,
  { asOf }: Teller,
): LadderState['letters'] {
  if (key === undefined || stage === undefined) return letters;
  const written = stored(letters, stage)?.keys ?? [];
  return { ...letters, [stage]: { keys: [...written, key], on: asOf } };
}
