import { z } from 'zod';
import { ReadingsByPart } from '../evaluation/spend/kept-readings.ts';
import { Reason } from '../languages/reason.ts';
import { CalendarDate } from '../ledger/calendar-date.ts';
import { CurrencyCode } from '../ledger/money.ts';
import { AUDIENCES } from '../policy/dunning-policy.ts';
import { Notice } from './customer-night.ts';
import { BudgetState, SpendState } from './spend/spend-state.ts';

/** Text in states that were written before reasons were data. */
const Because = z.union([z.string(), Reason]);

/** Where something stands on the ladder, and since when. No stage: `stage` is absent. */
export const LadderState = z.object({
  stage: z.string().optional(),
  /** The day each stage at or below the current one was entered, by stage name. */
  enteredOn: z.record(z.string(), CalendarDate),
  /** Stages already told (or passed over on the way up) in this episode. */
  told: z.array(z.string()),
  /** Of those, the ones whose letter to the customer still waits; it goes out on that stage only. */
  lettersWaiting: z.array(z.string()).optional(),
  /** Stages reached on a day that is not worked: nobody is told of them yet. */
  tellingsWaiting: z.array(z.string()).optional(),
  /** By stage that is told again and again: how often it was, and when it was told last. */
  repeats: z.record(z.string(), z.object({ times: z.int(), on: CalendarDate })).optional(),
  /** By stage: the keys of the notices written to the customer, and the day of the last. */
  letters: z
    .record(z.string(), z.object({ keys: z.array(z.string()), on: CalendarDate }))
    .optional(),
  /** A broken promise raised it to a stage; it stays while the facts say no less than `over`. */
  raised: z.object({ to: z.string(), over: z.string().optional(), because: Because }).optional(),
  /** Why it is to go one stage up as soon as it may. */
  raiseDue: Because.optional(),
});
export type LadderState = z.infer<typeof LadderState>;

/** Good news that still waits to be told: who is to hear that the account came down, and from where. */
export const Recovery = z.object({
  from: z.string(),
  on: CalendarDate,
  tell: z.array(z.enum(AUDIENCES)),
});
export type Recovery = z.infer<typeof Recovery>;

/**
 * A customer's dunning in one currency. An episode starts when something counts as overdue or a
 * stage is entered, ends when neither is so, and is numbered, so that a second lapse is told again.
 */
export const AccountState = LadderState.extend({
  episode: z.int().nonnegative(),
  inEpisode: z.boolean(),
  startedOn: CalendarDate.optional(),
  /** Who was told of a stage in this episode, and so is told when it falls. */
  heard: z.array(z.enum(AUDIENCES)).optional(),
  recovery: Recovery.optional(),
  /** Scope `invoice` only: each invoice that is on a stage, or was told of one in this episode. */
  invoices: z.record(z.string(), LadderState),
});
export type AccountState = z.infer<typeof AccountState>;

/** What is remembered about a customer from one night to the next. */
export const CustomerState = z.object({
  accounts: z.record(CurrencyCode, AccountState),
  budgets: z.record(CurrencyCode, BudgetState),
  spend: SpendState.optional(),
  /** What sources that know no days told of each month, night by night. */
  readings: ReadingsByPart.optional(),
  lastLetterOn: CalendarDate.optional(),
  /** Keys of promises whose breaking or keeping was already told. */
  settledPromises: z.array(z.string()),
  /** Of those, the broken ones that nobody was told of yet. */
  promisesToTell: z.array(z.string()).optional(),
  /** What waits to be told to the account manager until a snooze is over. */
  snoozed: z.array(Notice).optional(),
  /** Keys of the arrangements that were in force, for the history of their beginning and end. */
  arrangements: z.array(z.string()).optional(),
});
export type CustomerState = z.infer<typeof CustomerState>;

export const NEW_CUSTOMER: CustomerState = { accounts: {}, budgets: {}, settledPromises: [] };
