import type { Reason } from '../../languages/reason.ts';
import { type CalendarDate, daysBetween } from '../../ledger/calendar-date.ts';
import type { DunningStage } from '../../policy/dunning-policy.ts';
import type { DayOff } from '../../policy/work-calendar.ts';
import type { LadderState } from '../customer-state.ts';
import type { Gates } from './gates.ts';
import { stored } from './ladder.ts';
import type { Move } from './move.ts';
import { isLetterMissing } from './required-letter.ts';
import type { Rules } from './stage-conditions.ts';

/** Why no letter may leave for this customer tonight, if so: never, where there is no address. */
export type Letters = {
  readonly never: Reason | undefined;
  readonly tooSoon: Reason | undefined;
};

export type Teller = {
  /** Customer, currency and what the notice is about; a stage's key adds stage and episode. */
  readonly keyPrefix: string;
  readonly episode: number;
  readonly asOf: CalendarDate;
  readonly letters: Letters;
  readonly dayOff: () => DayOff | undefined;
  readonly gates: Gates;
  readonly rules: Rules;
};

/** What one ladder has to tell tonight about the stage it stands on. */
export type Telling = {
  readonly at: number;
  readonly stage: DunningStage;
  /**
   * The stage is new, or told again, or only its letter is left, which waited; or nothing of it is
   * told, as all of it was before the ladder fell below it and came back.
   */
  readonly occasion: 'new' | 'again' | 'letter' | 'told-before';
  /** Why colleagues are not told that it came back to the stage, where it did. */
  readonly toldBefore: Reason | undefined;
  /** How often the stage was told again, tonight included. */
  readonly repetition: number;
  /** Whether the stage was reached tonight. */
  readonly isFresh: boolean;
  /** Present where the day is not worked, and so nobody is told. */
  readonly dayOff: DayOff | undefined;
  /** Why nobody is told though the day is worked: what was put off is held back since. */
  readonly heldBack: Reason | undefined;
  /** Why the customer gets no letter tonight, if so. */
  readonly withheld: Reason | undefined;
};

/** What a move gives to tell, if anything. */
export function tellingOf(move: Move, teller: Teller): Telling | undefined {
  const { to, from, before } = move;
  const stage = teller.rules.policy.stages[to];
  const occasion = stage && occasionOf(move, stage, teller);
  if (stage === undefined || occasion === undefined) return undefined;

  const isFresh = occasion === 'new' && to > from;
  const toldBefore = occasion !== 'new' && to > from ? toldBeforeText(stage) : undefined;
  const notNow = isFresh || move.mayTell() ? undefined : whyNotNow(move, teller.gates);
  const { never, tooSoon } = teller.letters;
  return {
    at: to,
    stage,
    occasion,
    repetition: repetitions(before, stage) + (occasion === 'again' ? 1 : 0),
    isFresh,
    dayOff: occasion === 'told-before' || stage.tell.length === 0 ? undefined : teller.dayOff(),
    heldBack: occasion === 'letter' ? undefined : (toldBefore ?? notNow),
    toldBefore,
    withheld: stage.tell.includes('customer') ? (never ?? notNow ?? tooSoon) : undefined,
  };
}

const toldBeforeText = ({ name }: DunningStage): Reason => [{ key: 'told-before', stage: name }];

/** Whether anybody is told tonight. */
export const isTold = ({ dayOff, heldBack }: Telling): boolean =>
  dayOff === undefined && heldBack === undefined;

/** A letter that may never leave is given up: it waits for nothing. */
export const isWaiting = ({ withheld }: Telling, { letters }: Teller): boolean =>
  withheld !== undefined && letters.never === undefined;

function occasionOf(
  move: Move,
  stage: DunningStage,
  { asOf, letters, rules }: Teller,
): Telling['occasion'] | undefined {
  const { before, to, from } = move;
  const wasPutOff = before.tellingsWaiting?.includes(stage.name) === true;
  if (wasPutOff || (to > from && !before.told.includes(stage.name))) return 'new';
  if (to === from && isDueAgain(before, stage, asOf) && move.mayTell()) return 'again';
  if (before.lettersWaiting?.includes(stage.name)) return 'letter';
  const isMissing =
    letters.never === undefined && isLetterMissing(before, stage, move.footing, rules, asOf);
  if (isMissing && move.mayTell()) return 'letter';
  return to > from && stage.tell.length > 0 ? 'told-before' : undefined;
}

/** Days count from the last telling, so nights that were missed are not made up for. */
function isDueAgain(
  ladder: LadderState,
  { name, repeatEveryDays, repeatAtMost }: DunningStage,
  asOf: CalendarDate,
): boolean {
  if (repeatEveryDays === undefined || !ladder.told.includes(name)) return false;
  const { times, on } = stored(ladder.repeats ?? {}, name) ?? {
    times: 0,
    on: stored(ladder.enteredOn, name),
  };
  return on !== undefined && times < repeatAtMost && daysBetween(on, asOf) >= repeatEveryDays;
}

/** How often a stage was told again so far in this episode. */
export const repetitions = ({ repeats = {} }: LadderState, { name }: DunningStage): number =>
  stored(repeats, name)?.times ?? 0;

function whyNotNow({ footing }: Move, { closed, paused }: Gates): Reason {
  const clock = footing.clocks.find(({ invoiceId }) => paused.has(invoiceId));
  const pause = clock && paused.get(clock.invoiceId);
  return closed ?? pause ?? [{ key: 'rests-on-waiting' }];
}
