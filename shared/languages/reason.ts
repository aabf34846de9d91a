import { z } from 'zod';
import { CalendarDate, CalendarMonth } from '../ledger/calendar-date.ts';
import { CurrencyCode } from '../ledger/money.ts';

const bare = <Key extends string>(key: Key) => z.object({ key: z.literal(key) });
const part = <Key extends string, Shape extends z.core.$ZodLooseShape>(key: Key, shape: Shape) =>
  z.object({ key: z.literal(key), ...shape });

const inCurrency = { currency: CurrencyCode };
const name = z.string();
const days = z.int();

/** One thing that a reason says, as values. Amounts are minor units of `currency`. */
export const ReasonPart = z.discriminatedUnion('key', [
  /** Of a source or a person, and so in no language of ours. */
  part('text', { text: z.string() }),

  bare('nothing-open'),
  bare('nothing-overdue'),
  part('nothing-counts', {
    ...inCurrency,
    disputed: z.int(),
    covered: z.int(),
    tolerated: z.int(),
  }),
  /** Of the invoice that decides: days since its basis date, and how many of them were held. */
  part('age', { basis: z.enum(['due-date', 'invoice-date']), invoiceId: name, days, held: days }),
  bare('within-grace'),
  part('starts', { stage: name, isStrict: z.boolean(), days }),
  part('starts-on', { stage: name, on: CalendarDate }),
  part('entered', { previous: name, daysAgo: days, stage: name, isStrict: z.boolean(), days }),
  part('raised', { stage: name, follows: z.boolean() }),
  bare('no-stages'),
  part('needs-overdue', { ...inCurrency, stage: name, least: z.int(), overdue: z.int() }),
  part('needs-invoices', { stage: name, least: z.int(), overdue: z.int() }),
  part('needs-tag', { stage: name, tag: name }),
  part('without-tag', { stage: name, tag: name }),
  part('does-not-hold', { stage: name }),
  part('and-more', { more: z.int() }),
  part('no-longer-at', { stage: name, since: CalendarDate.optional() }),
  part('stage-unknown', { stage: name }),
  part('letter-first', {
    ...{ stage: name, letterOf: name, days },
    ...{ deliveredOn: CalendarDate.optional(), writtenOn: CalendarDate.optional() },
  }),
  part('never-dunned', { policy: name }),
  part('policy-unknown', { policy: name }),
  bare('stale'),

  part('held', {
    ...{ invoiceId: name.optional(), from: CalendarDate },
    ...{ by: name.optional(), reason: name.optional() },
  }),
  part('promise-open', {
    ...{ invoiceId: name.optional(), until: CalendarDate.optional() },
    tolerated: CalendarDate.optional(),
  }),
  part('promise-broken', {
    ...{ ...inCurrency, invoiceId: name.optional(), amount: z.int().optional() },
    ...{ until: CalendarDate.optional(), paid: z.int(), from: CalendarDate },
  }),
  bare('rests-on-waiting'),
  part('told-before', { stage: name }),
  bare('no-address'),
  part('do-not-contact', { tag: name.optional() }),
  part('too-soon', { lastOn: CalendarDate, days }),
  part('weekday', { day: CalendarDate }),
  part('our-holiday', { day: CalendarDate }),
  part('public-holiday', { day: CalendarDate, name, country: name }),
  part('told-on', { day: CalendarDate }),

  bare('disputed'),
  bare('on-hold'),
  part('promised', { until: CalendarDate.optional() }),

  part('budget', {
    ...{ ...inCurrency, month: CalendarMonth, spent: z.int(), budget: z.int() },
    ...{ percent: z.number().optional(), threshold: z.number() },
  }),
  part('forecast', {
    ...{ ...inCurrency, month: CalendarMonth, expected: z.int(), low: z.int(), high: z.int() },
    ...{ percent: z.number().optional(), budget: z.int(), spent: z.int() },
  }),
  part('reaches', { threshold: z.number() }),
  part('misses', { threshold: z.number() }),
  bare('early'),
  part('last-errors', { percent: z.number() }),
  part('data-through', { day: CalendarDate }),
  part('pace', {
    ...{ ...inCurrency, month: CalendarMonth, budget: z.int(), spentPercent: z.number() },
    ...{ days, daysOfMonth: days, elapsedPercent: z.number(), points: z.number() },
  }),
  part('exposure', {
    ...{ ...inCurrency, total: z.int(), percent: z.number().optional(), limit: z.int() },
    ...{ threshold: z.number(), overdue: z.int(), notDue: z.int() },
    ...{ uninvoiced: z.int(), forecastRemainder: z.int() },
  }),
  part('refund', { from: CalendarDate, lastDay: CalendarDate, daysLeft: days, days }),
  part('first-usage', { ...inCurrency, spent: z.int(), since: CalendarDate }),
  part('no-budget', { ...inCurrency, spent: z.int(), month: CalendarMonth, isZero: z.boolean() }),
  part('other-currency', {
    ...{ ...inCurrency, what: z.enum(['budget', 'credit limit']), isIn: z.array(CurrencyCode) },
    ...{ spent: z.int(), month: CalendarMonth },
  }),
  part('proposal', { ...inCurrency, amount: z.int(), percent: z.number(), months: z.int() }),
  bare('no-proposal'),
  part('spike', { ...inCurrency, on: CalendarDate, amount: z.int(), usual: z.int() }),
  part('spike-since', { ...inCurrency, excess: z.int(), since: CalendarDate }),
  /** What the month so far was spent on, the largest first, in whole percent of it. */
  part('spend-parts', {
    ...inCurrency,
    parts: z.array(z.object({ name, amount: z.int(), percent: z.int() })),
  }),
  bare('spend-parts-unknown'),
  part('drivers', { ...inCurrency, drivers: z.array(z.object({ name, excess: z.int() })) }),
  part('looks-like', { shape: z.enum(['crypto-mining-like', 'sudden-compute']) }),

  part('late-fee', {
    ...{ ...inCurrency, days, rates: z.array(z.object({ days, millionths: z.number() })) },
    ...{ onceMillionths: z.number(), chargedOnce: z.int(), fixed: z.int() },
  }),
  part('paid-on', { day: CalendarDate }),
  bare('was-disputed'),
  part('reference-rate', { day: CalendarDate, which: z.enum(['oldest', 'latest']) }),
]);
export type ReasonPart = z.infer<typeof ReasonPart>;

/** Why something is so, as data, so that every reader reads it in their own language. */
export const Reason = z.array(ReasonPart).readonly();
export type Reason = z.infer<typeof Reason>;

type Parts = { readonly [Part in ReasonPart as Part['key']]: Part };

/** A part of one kind, or of any. */
export type PartOf<Key extends keyof Parts = keyof Parts> = {
  readonly [Each in Key]: Parts[Each] & { readonly key: Each };
}[Key];

/** What the report writes bare, for programs, and an e-mail as its reader would. */
export type Spelling = {
  readonly day: (day: CalendarDate) => string;
  readonly month: (month: CalendarMonth) => string;
  readonly stage: (name: string) => string;
};

/** How a language says each part. They follow each other as they are, so a part brings its commas. */
export type ReasonWords = {
  readonly [Key in keyof Parts]: (part: PartOf<Key>, spell: Spelling) => string;
};

export const literally = (text: string): Reason => [{ key: 'text', text }];

export const asReason = (because: string | Reason): Reason =>
  typeof because === 'string' ? literally(because) : because;

const BARE: Spelling = { day: (day) => day, month: (month) => month, stage: (name) => name };

export function reasonText(reason: Reason, words: ReasonWords, spell = BARE): string {
  let text = '';
  for (const part of reason) text += said(part, words, spell);
  return text;
}

const said = <Key extends keyof Parts>(
  part: PartOf<Key>,
  words: ReasonWords,
  spell: Spelling,
): string => words[part.key](part, spell);
