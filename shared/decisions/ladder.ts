import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { DunningStage } from '../policy/dunning-policy.ts';
import type { AccountState, LadderState } from './customer-state.ts';

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

/** What the policy no longer names is forgotten: a renamed stage is a new stage. */
export function knownLadder(ladder: LadderState, stages: readonly DunningStage[]): LadderState {
  if (isOff(ladder)) return OFF_LADDER;
  const names = new Set(stages.map(({ name }) => name));
  const isKnown = (name: string): boolean => names.has(name);
  return ladderOf(
    ladder.stage !== undefined && isKnown(ladder.stage) ? ladder.stage : undefined,
    Object.fromEntries(Object.entries(ladder.enteredOn).filter(([name]) => isKnown(name))),
    ladder.told.filter(isKnown),
    ladder.lettersWaiting?.filter(isKnown) ?? [],
  );
}

function isOff({ stage, enteredOn, told, lettersWaiting }: LadderState): boolean {
  if (stage !== undefined || told.length > 0 || lettersWaiting !== undefined) return false;
  for (const _entered in enteredOn) return false;
  return true;
}

/** On a stage since tonight, unless it was there; what lies below counts as entered on the way. */
export function placedOn(
  ladder: LadderState,
  stages: readonly DunningStage[],
  to: number,
  asOf: CalendarDate,
): LadderState {
  const reached = stages.slice(0, to + 1).map(({ name }) => name);
  return ladderOf(
    reached.at(-1),
    Object.fromEntries(reached.map((name) => [name, stored(ladder.enteredOn, name) ?? asOf])),
    ladder.told,
    ladder.lettersWaiting ?? [],
  );
}

/** Leaves out what is empty, so that two equal ladders are equal as data. */
export function ladderOf(
  stage: string | undefined,
  enteredOn: LadderState['enteredOn'],
  told: string[],
  lettersWaiting: string[],
): LadderState {
  return {
    ...(stage === undefined ? {} : { stage }),
    enteredOn,
    told,
    ...(lettersWaiting.length === 0 ? {} : { lettersWaiting }),
  };
}
