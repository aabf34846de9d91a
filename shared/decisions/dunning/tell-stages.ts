import { reportedReason } from '../../languages/en.ts';
import type { Reason } from '../../languages/reason.ts';
import type { DayOff } from '../../policy/work-calendar.ts';
import { becauseOf } from '../because-of.ts';
import type { CustomerNight, HistoryEvent, Notice } from '../customer-night.ts';
import { stored } from './ladder.ts';
import type { Move } from './move.ts';
import { putOff } from './put-off.ts';
import type { Rules } from './stage-conditions.ts';
import { stageKey } from './stage-key.ts';
import type { Teller, Telling } from './telling.ts';
import { whyMoved } from './why-moved.ts';

/** What is said, and what is not and why. */
export type Said = {
  readonly notices: readonly Notice[];
  readonly suppressed: CustomerNight['suppressed'];
  readonly events: readonly HistoryEvent[];
};

/** The keys under which the customer was written to, by the invoice whose ladder it was about. */
export type LetterKeys = ReadonlyMap<Move['invoiceId'], string>;

type StagesTold = { readonly said: Said; readonly letterKeys: LetterKeys };

/** A ladder after tonight, and what it gives to tell. */
export type ToldMove = { readonly move: Move; readonly telling: Telling | undefined };

type Why = ReturnType<typeof becauseOf>;

const NOTHING: Said = { notices: [], suppressed: [], events: [] };
const NOTHING_TOLD: StagesTold = { said: NOTHING, letterKeys: new Map() };

/** One notice per stage reached, however many invoices reach it. */
export function tellStages(told: readonly ToldMove[], teller: Teller): StagesTold {
  const groups = grouped(told);
  if (groups.length === 0) return NOTHING_TOLD;

  const letterKeys = new Map<Move['invoiceId'], string>();
  const said = groups.map(({ telling, moves }) => {
    const each = sayOf(telling, moves, teller);
    for (const { key, tell } of each.notices)
      if (tell.includes('customer'))
        for (const { invoiceId } of moves) letterKeys.set(invoiceId, key);
    return each;
  });
  const only = said[0];
  if (only !== undefined && said.length === 1) return { said: only, letterKeys };
  return {
    letterKeys,
    said: {
      notices: said.flatMap(({ notices }) => notices),
      suppressed: said.flatMap(({ suppressed }) => suppressed),
      events: said.flatMap(({ events }) => events),
    },
  };
}

type Group = { readonly telling: Telling; readonly moves: Move[] };

/** What is told alike, of which nearly every account has one at most. */
function grouped(told: readonly ToldMove[]): readonly Group[] {
  const only = told[0];
  if (only !== undefined && told.length === 1)
    return only.telling === undefined ? [] : [{ telling: only.telling, moves: [only.move] }];

  const groups = new Map<string, Group>();
  for (const { move, telling } of told) {
    if (telling === undefined) continue;
    const { at, occasion, repetition, isFresh, heldBack, withheld } = telling;
    const [why, whyNot] = [heldBack, withheld].map((each) => each && reportedReason(each));
    const group = `${at}|${occasion}|${repetition}|${isFresh}|${why}|${whyNot}`;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, { telling, moves: [move] });
    else known.moves.push(move);
  }
  return [...groups.values()];
}

function sayOf(telling: Telling, moves: readonly Move[], teller: Teller): Said {
  const { stage, occasion, withheld, dayOff, heldBack } = telling;
  const key = keyOf(telling, moves, teller);
  if (dayOff !== undefined) return putOffSaid(telling, key, dayOff, teller);
  if (heldBack !== undefined) return { ...NOTHING, suppressed: [{ key, ...becauseOf(heldBack) }] };
  const everyone =
    occasion === 'letter' ? stage.tell.filter((each) => each === 'customer') : stage.tell;
  const tell = everyone.filter((each) => each !== 'customer' || withheld === undefined);
  const why = becauseOf(whyTold(moves, teller.rules));
  return {
    notices:
      tell.length === 0
        ? []
        : [noticeOf(telling, tell, letterKey(telling, key, moves), why, teller)],
    suppressed: unsaid(telling).map((unsaidWhy) => ({ key, ...becauseOf(unsaidWhy) })),
    events: eventsOf(telling, tell, why, teller),
  };
}

/** A letter that has waited is no news while it waits on. */
function eventsOf(
  telling: Telling,
  tell: Notice['tell'],
  { because, reason }: Why,
  teller: Teller,
): HistoryEvent[] {
  const { stage, occasion, withheld } = telling;
  const events: HistoryEvent[] = [];
  if (tell.length > 0) {
    const text = `${toldText(telling)} to ${tell.join(', ')}: ${because}`;
    events.push({ ...event('notice', text, teller), reason, stage: stage.name, tell });
  }
  const isNews = occasion !== 'letter' || teller.letters.never !== undefined;
  if (withheld !== undefined && isNews) {
    const text = `${stage.name} letter not written: ${reportedReason(withheld)}`;
    const told = event('letter-suppressed', text, teller);
    events.push({ ...told, reason: withheld, stage: stage.name });
  }
  return events;
}

/** Why no letter left, else why colleagues are told of nothing but the letter. */
const unsaid = (telling: Telling): Reason[] =>
  telling.withheld === undefined ? untold(telling) : [telling.withheld];

/** Why colleagues are not told that the ladder came back to a stage, where they would be. */
function untold({ stage, toldBefore }: Telling): Reason[] {
  const tellsColleagues = stage.tell.some((each) => each !== 'customer');
  return toldBefore === undefined || !tellsColleagues ? [] : [toldBefore];
}

/** The letter waits for a working day; that colleagues hear nothing of it is so tonight. */
function putOffSaid(telling: Telling, key: string, dayOff: DayOff, teller: Teller): Said {
  const waiting = putOff(key, dayOff);
  const text = `${telling.stage.name} not told: ${waiting.because}`;
  return {
    notices: [],
    suppressed: [waiting, ...untold(telling).map((why) => ({ key, ...becauseOf(why) }))],
    events: telling.isFresh ? [event('notice-put-off', text, teller)] : [],
  };
}

function noticeOf(
  { stage, occasion }: Telling,
  tell: Notice['tell'],
  key: string,
  { because, reason }: Why,
  { rules }: Teller,
): Notice {
  const notice: Notice = {
    key,
    kind: 'dunning',
    currency: rules.currency,
    stage: stage.name,
    tell,
    actions: occasion === 'letter' ? [] : stage.actions,
    because,
    reason,
  };
  if (tell.includes('customer')) notice.letter = stage.letter;
  return notice;
}

const keyOf = ({ stage, repetition }: Telling, moves: readonly Move[], teller: Teller): string => {
  const invoiceIds = moves.flatMap(({ invoiceId }) => invoiceId ?? []);
  return stageKey({ stage: stage.name, repetition, invoiceIds }, teller);
};

/** A letter by itself, and any more of them where one did not arrive. */
function letterKey({ stage, occasion }: Telling, key: string, moves: readonly Move[]): string {
  if (occasion !== 'letter') return key;
  const used = moves.flatMap(({ before }) => stored(before.letters ?? {}, stage.name)?.keys ?? []);
  const first = `${key}|letter`;
  if (!used.includes(first)) return first;
  for (let more = 2; ; more++) if (!used.includes(`${first}-${more}`)) return `${first}-${more}`;
}

const toldText = ({ stage, occasion, repetition }: Telling): string =>
  occasion === 'again' ? `${stage.name} told again (${repetition})` : `${stage.name} told`;

function whyTold([oldest, ...others]: readonly Move[], rules: Rules): Reason {
  if (oldest === undefined) return [{ key: 'nothing-overdue' }];
  const because = whyMoved(oldest, rules);
  return others.length === 0 ? because : [...because, { key: 'and-more', more: others.length }];
}

const event = (kind: string, text: string, { asOf, rules }: Teller): HistoryEvent => ({
  on: asOf,
  kind,
  currency: rules.currency,
  text,
});
