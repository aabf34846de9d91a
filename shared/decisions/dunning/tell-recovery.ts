import { reportedReason } from '../../languages/en.ts';
import type { Reason } from '../../languages/reason.ts';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { AUDIENCES, type DunningStage } from '../../policy/dunning-policy.ts';
import type { DayOff } from '../../policy/work-calendar.ts';
import { becauseOf } from '../because-of.ts';
import type { HistoryEvent, Notice } from '../customer-night.ts';
import type { AccountState, Recovery } from '../customer-state.ts';
import { stageIndex } from './ladder.ts';
import { putOff } from './put-off.ts';
import type { Said } from './tell-stages.ts';
import type { Letters } from './telling.ts';

/** An account before and after tonight, and how it is told about. */
export type Falling = {
  readonly before: AccountState;
  readonly after: AccountState;
  readonly because: Reason;
  readonly isPaid: boolean;
  readonly stages: readonly DunningStage[];
  readonly currency: CurrencyCode;
  readonly keyPrefix: string;
  readonly asOf: CalendarDate;
  readonly letters: Letters;
  readonly dayOff: () => DayOff | undefined;
};

export type RecoveryTold = Said & { readonly recovery: Recovery | undefined };

const NOTHING: RecoveryTold = { notices: [], suppressed: [], events: [], recovery: undefined };

/**
 * Coming down is told once to those who were told of going up: colleagues of any fall, the customer
 * by a letter of thanks when a payment cleared it. What cannot be told yet waits while it is true.
 */
export function tellRecovery(falling: Falling): RecoveryTold {
  const due = recoveryDue(falling);
  if (due === undefined) return NOTHING;
  const dayOff = falling.dayOff();
  if (dayOff !== undefined) {
    const key = recoveryKey(due, falling.before.episode, falling.keyPrefix);
    return { ...NOTHING, suppressed: [putOff(key, dayOff)], recovery: due };
  }
  return toldTonight(due, falling);
}

function toldTonight(due: Recovery, falling: Falling): RecoveryTold {
  const { never, tooSoon } = falling.letters;
  const withheld = due.tell.includes('customer') ? (never ?? tooSoon) : undefined;
  const tell = due.tell.filter((each) => each !== 'customer' || withheld === undefined);
  const key = recoveryKey(due, falling.before.episode, falling.keyPrefix);
  const waits = withheld !== undefined && never === undefined;
  return {
    notices: tell.length === 0 ? [] : [noticeOf(due, tell, key, falling)],
    suppressed: withheld === undefined ? [] : [{ key, ...becauseOf(withheld) }],
    events: tell.length === 0 ? [] : [eventOf(due, tell, falling)],
    recovery: waits ? { ...due, tell: ['customer'] } : undefined,
  };
}

export const recoveryKey = ({ from, on }: Recovery, episode: number, keyPrefix: string): string =>
  `${recoveryPrefix(keyPrefix)}${episode}|${from}|${on}`;

/** What the keys of an account's recoveries begin with. */
export const recoveryPrefix = (keyPrefix: string): string => `${keyPrefix}|recovery|`;

/** Who has heard, in this episode, of a stage that is more than a courtesy. */
export function heardAfter(
  { heard = [] }: AccountState,
  notices: readonly Notice[],
  stages: readonly DunningStage[],
): AccountState['heard'] {
  const alarms = notices.filter(({ stage }) =>
    stages.some((each) => each.name === stage && isAlarming(each)),
  );
  if (alarms.length === 0) return heard.length === 0 ? undefined : heard;
  return AUDIENCES.filter(
    (each) => heard.includes(each) || alarms.some(({ tell }) => tell.includes(each)),
  );
}

/** A courtesy note before the due date alarms nobody. */
const isAlarming = ({ since, afterDays }: DunningStage): boolean =>
  since !== 'basis' || afterDays >= 0;

function recoveryDue(falling: Falling): Recovery | undefined {
  const { before, after, asOf, isPaid } = falling;
  const isClear = after.stage === undefined;
  const waiting = before.recovery && stillTrue(before.recovery, falling);
  const from = fellFrom(falling);
  if (from === undefined) return waiting;

  const heard = (before.heard ?? []).filter((each) => each !== 'customer' || (isClear && isPaid));
  const tell = AUDIENCES.filter((each) => heard.includes(each) || waiting?.tell.includes(each));
  return tell.length === 0 ? undefined : { from: waiting?.from ?? from, on: asOf, tell };
}

function fellFrom({ before, after, stages }: Falling): string | undefined {
  const { stage } = before;
  if (stage === undefined || stage === after.stage) return undefined;
  const known = stages.find(({ name }) => name === stage);
  if (known !== undefined && !isAlarming(known)) return undefined;
  return isBelow(after.stage, stage, stages) ? stage : undefined;
}

/** Who went up again has not come down, and who is on a stage is not thanked. */
function stillTrue({ from, on, tell }: Recovery, { after, stages }: Falling): Recovery | undefined {
  if (!isBelow(after.stage, from, stages)) return undefined;
  const left = tell.filter((each) => each !== 'customer' || after.stage === undefined);
  return left.length === 0 ? undefined : { from, on, tell: left };
}

const isBelow = (stage: string | undefined, from: string, stages: readonly DunningStage[]) =>
  stage === undefined || stageIndex(stages, stage) < stageIndex(stages, from);

function noticeOf(due: Recovery, tell: Notice['tell'], key: string, falling: Falling): Notice {
  const isThanks = tell.includes('customer');
  return {
    key: isThanks && tell.length === 1 ? `${key}|letter` : key,
    kind: 'recovery',
    currency: falling.currency,
    stage: due.from,
    tell,
    ...(isThanks ? { letter: 'thank-you' } : {}),
    actions: [],
    ...becauseOf(whyTold(due, falling)),
  };
}

function eventOf(due: Recovery, tell: Notice['tell'], falling: Falling): HistoryEvent {
  const reason = whyTold(due, falling);
  return {
    on: falling.asOf,
    kind: 'notice',
    currency: falling.currency,
    text: `recovery told to ${tell.join(', ')}: ${reportedReason(reason)}`,
    reason,
    tell,
  };
}

function whyTold({ from, on }: Recovery, { before, because, asOf }: Falling): Reason {
  if (before.stage === from && on === asOf) return because;
  return [{ key: 'no-longer-at', stage: from, since: on }, ...because];
}
