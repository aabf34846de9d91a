import type { Reason } from '../../languages/reason.ts';
import { type CalendarDate, dayNumber, daysBetween } from '../../ledger/calendar-date.ts';
import type { DunningStage } from '../../policy/dunning-policy.ts';
import type { CustomerState, LadderState } from '../customer-state.ts';
import { stageIndex, stored } from './ladder.ts';
import { type Footing, firstDayOf, type Rules } from './stage-conditions.ts';

/** Why a stage may not be entered yet: the letter of another was not delivered, or too lately. */
export type Bar = {
  readonly stage: DunningStage;
  readonly letterOf: DunningStage;
  readonly deliveredOn: CalendarDate | undefined;
};

/**
 * The first day on which a letter of a stage reached the customer since what the ladder stands on
 * had come to that stage: one from before was about other invoices.
 */
function deliveredOn(
  ladder: LadderState,
  stage: DunningStage,
  footing: Footing,
  rules: Rules,
): CalendarDate | undefined {
  const written = stored(ladder.letters ?? {}, stage.name);
  if (written === undefined) return undefined;
  const since = cameTo(ladder, stage, footing, rules);
  return written.keys
    .flatMap((key) => stored(rules.delivered, key) ?? [])
    .filter((on) => dayNumber(on) >= since)
    .sort()[0];
}

/**
 * The day that what the ladder stands on now came to the stage, or was to: a hold, a dispute or a
 * sum may have kept it off since. The day of entry alone is no answer, as the ladder may have stood
 * there for an invoice that is paid by now; only a broken promise brings a stage before its days.
 */
function cameTo(
  { enteredOn, raised }: LadderState,
  stage: DunningStage,
  { clocks }: Footing,
  rules: Rules,
): number {
  const on = stored(enteredOn, stage.name);
  const entered = on === undefined ? Infinity : dayNumber(on);
  const first = countedFrom(stage, rules.policy.stages);
  const byDays = clocks.map((each) => firstDayOf(first, each.basisDay, each, rules));
  const came = first === stage ? byDays : byDays.map((day) => Math.max(day, entered));
  return Math.min(raised === undefined ? Infinity : entered, ...came);
}

/** The stage that one which follows on others hangs by: what has not come to it has to none of them. */
function countedFrom(stage: DunningStage, stages: readonly DunningStage[]): DunningStage {
  const before = stages[stages.indexOf(stage) - 1];
  return stage.since === 'basis' || before === undefined ? stage : countedFrom(before, stages);
}

/** The keys of all letters whose delivery a later night may ask for. */
export function letterKeysIn({ accounts }: CustomerState): ReadonlySet<string> {
  const ladders = Object.values(accounts).flatMap((account): LadderState[] => [
    account,
    ...Object.values(account.invoices),
  ]);
  return new Set(
    ladders.flatMap(({ letters = {} }) => Object.values(letters).flatMap(({ keys }) => keys)),
  );
}

export const isRequired = ({ name }: DunningStage, stages: readonly DunningStage[]): boolean =>
  stages.some(({ requires }) => requires?.stage === name);

/**
 * What keeps a ladder from a stage above it: a letter the stage requires, or one of a stage that
 * holds on the way there and that others require, which is never passed over undelivered.
 */
export function barTo(
  at: number,
  from: number,
  ladder: LadderState,
  { holds, pushes }: Record<'holds' | 'pushes', (stage: number) => boolean>,
  footing: Footing,
  rules: Rules,
): Bar | undefined {
  const { stages } = rules.policy;
  const stage = stages[at];
  if (stage === undefined) return undefined;
  const required = stages[stageIndex(stages, stage.requires?.stage)];
  if (required !== undefined) {
    const on = deliveredOn(ladder, required, footing, rules);
    const days = stage.requires?.deliveredDaysAgo ?? 0;
    if (on === undefined || rules.asOfDay - dayNumber(on) < days)
      return { stage, letterOf: required, deliveredOn: on };
  }
  for (let below = Math.max(from, 0); below < at; below++) {
    const passed = stages[below];
    if (passed === undefined || !isRequired(passed, stages)) continue;
    if (below === from ? !holds(below) : !pushes(below)) continue;
    if (deliveredOn(ladder, passed, footing, rules) === undefined)
      return { stage, letterOf: passed, deliveredOn: undefined };
  }
  return undefined;
}

/**
 * Whether the letter of a stage is to be written once more because others require it and it did
 * not arrive: it was withheld or failed, or was never written. As often as they wait for days.
 */
export function isLetterMissing(
  ladder: LadderState,
  stage: DunningStage,
  footing: Footing,
  rules: Rules,
  asOf: CalendarDate,
): boolean {
  const { stages } = rules.policy;
  const waits = stages.flatMap(({ requires }) =>
    requires?.stage === stage.name ? requires.deliveredDaysAgo : [],
  );
  if (waits.length === 0 || !ladder.told.includes(stage.name)) return false;
  if (deliveredOn(ladder, stage, footing, rules) !== undefined) return false;
  const written = stored(ladder.letters ?? {}, stage.name);
  return written === undefined || daysBetween(written.on, asOf) >= Math.max(1, ...waits);
}

/** Why the bar is there, for a person to read. */
export function barText(
  { stage, letterOf, deliveredOn: on }: Bar,
  { letters = {} }: LadderState,
): Reason {
  const written = stored(letters, letterOf.name);
  return [
    {
      key: 'letter-first',
      stage: stage.name,
      letterOf: letterOf.name,
      days: stage.requires?.stage === letterOf.name ? stage.requires.deliveredDaysAgo : 0,
      ...(on === undefined ? {} : { deliveredOn: on }),
      ...(written === undefined ? {} : { writtenOn: written.on }),
    },
  ];
}
