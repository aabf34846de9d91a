import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { DunningStage } from '../policy/dunning-policy.ts';
import { whyOnStage } from './because.ts';
import type { Move } from './climb.ts';
import type { CustomerNight, HistoryEvent, Notice } from './customer-night.ts';
import type { LadderState } from './customer-state.ts';
import type { Gates } from './gates.ts';
import { ladderOf } from './ladder.ts';
import type { Rules } from './stage-conditions.ts';
import { stageKey } from './stage-key.ts';

/** Why no letter may leave for this customer tonight, if so. One without an address never will. */
export type Letters = {
  readonly noAddress: string | undefined;
  readonly tooSoon: string | undefined;
};

/** What is said, and what is not and why. */
export type Said = {
  readonly notices: readonly Notice[];
  readonly suppressed: CustomerNight['suppressed'];
  readonly events: readonly HistoryEvent[];
};

export type Teller = {
  /** Customer, currency and what the notice is about; a stage's key adds stage and episode. */
  readonly keyPrefix: string;
  readonly episode: number;
  readonly asOf: CalendarDate;
  readonly letters: Letters;
  readonly gates: Gates;
  readonly rules: Rules;
};

/** One thing to tell about the ladders that stand on one stage for the same reason. */
type Telling = {
  readonly at: number;
  readonly stage: DunningStage;
  /** Reached tonight; otherwise only its letter is left, which waited. */
  readonly isFresh: boolean;
  /** Why the customer gets no letter tonight, if so. */
  readonly withheld: string | undefined;
  readonly moves: Move[];
};

const NOTHING: Said = { notices: [], suppressed: [], events: [] };

/** One notice per stage reached, however many invoices reach it. */
export function tellStages(moves: readonly Move[], teller: Teller): Said {
  const tellings = new Map<string, Telling>();
  for (const move of moves) {
    const telling = tellingOf(move, teller);
    if (telling === undefined) continue;
    const group = `${telling.at}|${telling.isFresh}|${telling.withheld}`;
    const known = tellings.get(group);
    if (known === undefined) tellings.set(group, telling);
    else known.moves.push(move);
  }

  const [first, ...others] = tellings.values();
  if (first === undefined) return NOTHING;
  if (others.length === 0) return sayOf(first, teller);
  const said = [first, ...others].map((telling) => sayOf(telling, teller));
  return {
    notices: said.flatMap(({ notices }) => notices),
    suppressed: said.flatMap(({ suppressed }) => suppressed),
    events: said.flatMap(({ events }) => events),
  };
}

/** The ladder with tonight's telling in it: told is the stage and whatever it passed over. */
export function toldLadder(move: Move, teller: Teller): LadderState {
  const { after, to, from } = move;
  const { stages } = teller.rules.policy;
  if (to < 0) return after;

  const passed = stages.slice(0, to + 1).map(({ name }) => name);
  const waiting = (after.lettersWaiting ?? []).filter(
    (name) => name === after.stage || to <= from || !passed.includes(name),
  );
  const telling = tellingOf(move, teller);
  const stillWaits = telling !== undefined && isWaiting(telling, teller);
  const others = waiting.filter((name) => name !== after.stage);
  return ladderOf(
    after.stage,
    after.enteredOn,
    [...after.told, ...passed.filter((name) => !after.told.includes(name))],
    stillWaits && after.stage !== undefined ? [...others, after.stage] : others,
  );
}

function tellingOf(move: Move, teller: Teller): Telling | undefined {
  const { before, to, from } = move;
  const stage = teller.rules.policy.stages[to];
  if (stage === undefined) return undefined;

  const isFresh = to > from && !before.told.includes(stage.name);
  if (!isFresh && !before.lettersWaiting?.includes(stage.name)) return undefined;
  const { noAddress, tooSoon } = teller.letters;
  const waits = isFresh || move.mayWrite ? tooSoon : notNow(move, teller.gates);
  const withheld = stage.tell.includes('customer') ? (noAddress ?? waits) : undefined;
  return { at: to, stage, isFresh, withheld, moves: [move] };
}

const isWaiting = ({ withheld }: Telling, { letters }: Teller): boolean =>
  withheld !== undefined && letters.noAddress === undefined;

function notNow({ footing }: Move, { closed, paused }: Gates): string {
  const clock = footing.clocks.find(({ invoiceId }) => paused.has(invoiceId));
  const pause = clock && paused.get(clock.invoiceId);
  return closed ?? pause ?? 'the stage rests on invoices that wait';
}

function sayOf({ at, stage, isFresh, withheld, moves }: Telling, teller: Teller): Said {
  const key = keyOf(stage, moves, teller);
  const everyone = isFresh ? stage.tell : stage.tell.filter((each) => each === 'customer');
  const tell = everyone.filter((each) => each !== 'customer' || withheld === undefined);
  const because = whyTold(at, moves, teller.rules);
  const said = { key, isFresh, tell, because, stage, teller };
  const isNews = isFresh || teller.letters.noAddress !== undefined;
  return {
    notices: tell.length === 0 ? [] : [noticeOf(said)],
    suppressed: withheld === undefined ? [] : [{ key, because: withheld }],
    events: [
      ...(tell.length === 0
        ? []
        : [event('notice', `${stage.name} told to ${tell.join(', ')}: ${because}`, teller)]),
      ...(withheld === undefined || !isNews
        ? []
        : [event('letter-suppressed', `${stage.name} letter not written: ${withheld}`, teller)]),
    ],
  };
}

function noticeOf({
  key,
  isFresh,
  tell,
  because,
  stage,
  teller,
}: {
  readonly key: string;
  readonly isFresh: boolean;
  readonly tell: Notice['tell'];
  readonly because: string;
  readonly stage: DunningStage;
  readonly teller: Teller;
}): Notice {
  return {
    key: isFresh ? key : `${key}|letter`,
    kind: 'dunning',
    currency: teller.rules.currency,
    stage: stage.name,
    tell,
    ...(tell.includes('customer') ? { letter: stage.letter } : {}),
    actions: isFresh ? stage.actions : [],
    because,
  };
}

const keyOf = (stage: DunningStage, moves: readonly Move[], teller: Teller): string =>
  stageKey(
    stage.name,
    moves.flatMap(({ invoiceId }) => invoiceId ?? []),
    teller,
  );

function whyTold(at: number, [oldest, ...others]: readonly Move[], rules: Rules): string {
  if (oldest === undefined) return 'nothing is overdue';
  const because = whyOnStage(at, oldest.footing, oldest.before.enteredOn, rules);
  return others.length === 0 ? because : `${because}, and so it is for ${others.length} more`;
}

const event = (kind: string, text: string, { asOf, rules }: Teller): HistoryEvent => ({
  on: asOf,
  kind,
  currency: rules.currency,
  text,
});
