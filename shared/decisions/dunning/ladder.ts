import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { DunningStage } from '../../policy/dunning-policy.ts';
import type { AccountState, LadderState } from '../customer-state.ts';

export const OFF_LADDER: LadderState = { enteredOn: {}, told: [] };

export const NEW_ACCOUNT: AccountState = {
  ...OFF_LADDER,
  episode: 0,
  inEpisode: false,
  invoices: {},
};

/** A value stored under a name that people choose, which may be "constructor". */
export const stored = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);

/** Counted from the mildest; -1 for no stage, and for one the policy does not have. */
export const stageIndex = (stages: readonly DunningStage[], name: string | undefined): number =>
  name === undefined ? -1 : stages.findIndex((stage) => stage.name === name);

/**
 * What the policy no longer names is forgotten: a renamed stage is a new stage. Not what was told:
 * a name that comes back in the same episode is not told again.
 */
export function knownLadder(ladder: LadderState, stages: readonly DunningStage[]): LadderState {
  const isKnown = (name: string): boolean => stages.some((stage) => stage.name === name);
  if (stageNamesIn(ladder).every(isKnown)) return ladder;
  return ladderOf({
    ...ladder,
    stage: ladder.stage !== undefined && isKnown(ladder.stage) ? ladder.stage : undefined,
    enteredOn: Object.fromEntries(
      Object.entries(ladder.enteredOn).filter(([name]) => isKnown(name)),
    ),
    lettersWaiting: ladder.lettersWaiting?.filter(isKnown),
    tellingsWaiting: ladder.tellingsWaiting?.filter(isKnown),
  });
}

const stageNamesIn = ({
  stage,
  enteredOn,
  told,
  lettersWaiting = [],
  tellingsWaiting = [],
}: LadderState): readonly string[] => [
  ...(stage === undefined ? [] : [stage]),
  ...Object.keys(enteredOn),
  ...told,
  ...lettersWaiting,
  ...tellingsWaiting,
];

/** Where a ladder goes, and what is remembered of promises that raised it or are to. */
export type Course = {
  readonly to: number;
  readonly raised: LadderState['raised'];
  readonly raiseDue: LadderState['raiseDue'];
};

/** On a stage since tonight, unless it was there; what lies below counts as entered on the way. */
export function placedOn(
  { enteredOn, told, lettersWaiting, tellingsWaiting, repeats, letters }: LadderState,
  { to, raised, raiseDue }: Course,
  stages: readonly DunningStage[],
  asOf: CalendarDate,
): LadderState {
  const reached = to < 0 ? [] : stages.slice(0, to + 1).map(({ name }) => name);
  return ladderOf({
    stage: reached.at(-1),
    enteredOn: enteredThrough(reached, enteredOn, asOf),
    told,
    lettersWaiting,
    tellingsWaiting,
    repeats,
    letters,
    raised,
    raiseDue,
  });
}

/** Most nights no stage is entered or left. */
function enteredThrough(
  reached: readonly string[],
  before: LadderState['enteredOn'],
  asOf: CalendarDate,
): LadderState['enteredOn'] {
  const isSame =
    Object.keys(before).length === reached.length &&
    reached.every((name) => Object.hasOwn(before, name));
  return isSame
    ? before
    : Object.fromEntries(reached.map((name) => [name, stored(before, name) ?? asOf]));
}

type LadderParts = {
  readonly [Part in keyof LadderState]: LadderState[Part] | undefined;
} & Pick<LadderState, 'enteredOn' | 'told'>;

/** Leaves out what is empty, so that two equal ladders are equal as data. */
export function ladderOf({
  stage,
  enteredOn,
  told,
  lettersWaiting = [],
  tellingsWaiting = [],
  repeats = {},
  letters = {},
  raised,
  raiseDue,
}: LadderParts): LadderState {
  const ladder: LadderState = { enteredOn, told };
  if (stage !== undefined) ladder.stage = stage;
  if (lettersWaiting.length > 0) ladder.lettersWaiting = lettersWaiting;
  if (tellingsWaiting.length > 0) ladder.tellingsWaiting = tellingsWaiting;
  if (!isEmpty(repeats)) ladder.repeats = repeats;
  if (!isEmpty(letters)) ladder.letters = letters;
  if (raised !== undefined) ladder.raised = raised;
  if (raiseDue !== undefined) ladder.raiseDue = raiseDue;
  return ladder;
}

export function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
