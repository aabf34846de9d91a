import { z } from 'zod';
import { Arrangement } from './arrangement.ts';
import { CalendarDate } from './calendar-date.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { Budget } from './spend.ts';

/** `recordedOn` is the day at the desk, which replays of other days have too. */
const Recorded = z.object({
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  recordedOn: CalendarDate,
});

/** An arrangement that a person recorded. One that was ended stays, with who ended it. */
export const ArrangementEntry = Recorded.extend({
  kind: z.literal('arrangement'),
  id: z.string(),
  arrangement: Arrangement,
  endedBy: z.string().optional(),
  endedAt: z.iso.datetime().optional(),
  /** A promise that was taken back before its day: neither kept nor broken, so no night sees it. */
  isWithdrawn: z.literal(true).optional(),
});
export type ArrangementEntry = z.infer<typeof ArrangementEntry>;

/** A budget that a person set. Its currency is its id. */
export const BudgetEntry = Recorded.extend({
  kind: z.literal('budget'),
  id: z.string(),
  budget: Budget,
  reason: z.string().optional(),
  /** Taken back: what sources say holds again. */
  isRemoved: z.literal(true).optional(),
});
export type BudgetEntry = z.infer<typeof BudgetEntry>;

/** What people entered about a customer, beside what the sources say. */
export const Entry = z.discriminatedUnion('kind', [ArrangementEntry, BudgetEntry]);
export type Entry = z.infer<typeof Entry>;

/**
 * What the sources and people say together. A person's budget stands for its currency, from its
 * month on; before it the sources' budgets hold.
 */
export function withEntries(facts: CustomerFacts, entries: readonly Entry[]): CustomerFacts {
  if (entries.length === 0) return facts;
  const budgets = entries.flatMap(budgetIn);
  return {
    ...facts,
    budgets: [...facts.budgets.filter((each) => !isReplaced(each, budgets)), ...budgets],
    arrangements: [...facts.arrangements, ...entries.flatMap(arrangementIn)],
  };
}

const budgetIn = (entry: Entry): Budget[] =>
  entry.kind === 'budget' && entry.isRemoved !== true ? [entry.budget] : [];

const arrangementIn = (entry: Entry): Arrangement[] =>
  entry.kind === 'arrangement' && entry.isWithdrawn !== true ? [entry.arrangement] : [];

const isReplaced = ({ currency, from }: Budget, budgets: readonly Budget[]): boolean =>
  budgets.some(
    (each) =>
      each.currency === currency &&
      (each.from === undefined || (from !== undefined && from >= each.from)),
  );

/**
 * Ends an arrangement on a day: from that day on it no longer holds, and what it did before
 * stands. A promise whose day has not passed is withdrawn instead.
 */
export function ended(
  entry: ArrangementEntry,
  on: CalendarDate,
  { by, at }: { readonly by: string; readonly at: string },
): ArrangementEntry {
  const { arrangement } = entry;
  const { kind, from, until } = arrangement;
  const end = { endedBy: by, endedAt: at };
  if (kind === 'promise')
    return until === undefined || until >= on
      ? { ...entry, ...end, isWithdrawn: true }
      : { ...entry, ...end };
  const lastDay = from > on ? from : on;
  const isOver = until !== undefined && until <= lastDay;
  return {
    ...entry,
    ...end,
    arrangement: isOver ? arrangement : { ...arrangement, until: lastDay },
  };
}
