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

/** On a stage since tonight, unless it was there; what lies below counts as entered on the way. */
export function placedOn(
  ladder: LadderParts,
  stages: readonly DunningStage[],
  to: number,
  asOf: CalendarDate,
): LadderState {
  if (to < 0) return ladderOf({ ...ladder, stage: undefined, enteredOn: {} });
  const reached = stages.slice(0, to + 1).map(({ name }) => name);
  return ladderOf({
    ...ladder,
    stage: reached.at(-1),
    enteredOn: Object.fromEntries(
      reached.map((name) => [name, stored(ladder.enteredOn, name) ?? asOf]),
    ),
  });
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
