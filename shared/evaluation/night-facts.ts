import type { CalendarDate } from '../ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn, type SeenFacts } from '../ledger/customer-facts.ts';
import { type Settled, settledOf } from './settled.ts';
import { type SpentDays, spentDays } from './spend/spent-days.ts';

/** What a night sees of a customer, and what it asks of that over and over. */
export type NightFacts = SeenFacts & {
  /** What is left of each invoice, by currency. */
  readonly settled: () => readonly Settled[];
  /** What was spent from a day number on: see `spentDays`. */
  readonly spentDays: (oldest: number, completeThrough: CalendarDate) => SpentDays;
};

/** A replay hands on what it knows from the night before; any other night finds it out. */
export function nightFacts(facts: CustomerFacts | NightFacts, asOf: CalendarDate): NightFacts {
  if ('settled' in facts && facts.seenOn <= asOf) return facts;
  const seen = factsSeenOn(facts, asOf);
  return {
    ...seen,
    seenOn: asOf,
    settled: () => settledOf(seen),
    spentDays: (oldest, completeThrough) => spentDays(seen.spend, oldest, completeThrough),
  };
}
