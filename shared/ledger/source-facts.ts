import { z } from 'zod';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { CustomerId } from './customer.ts';
import { CustomerFacts, factsSeenOn } from './customer-facts.ts';
import { Budget, DailySpend, MonthToDateReading } from './spend.ts';

/** What a source of spend alone says about a customer, who may be in nobody's books. */
export const SpendFacts = z.object({
  customerId: CustomerId,
  name: z.string().optional(),
  spend: z.array(DailySpend),
  /** Where no days are told, what the month has cost so far: one a night, kept by the night. */
  readings: z.array(MonthToDateReading).optional(),
  budgets: z.array(Budget).optional(),
});
export type SpendFacts = z.infer<typeof SpendFacts>;

/** What one source says about one customer. */
export const SourceFacts = z.union([CustomerFacts, SpendFacts]);
export type SourceFacts = z.infer<typeof SourceFacts>;

export const customerIdOf = (facts: SourceFacts): CustomerId =>
  'customer' in facts ? facts.customer.customerId : facts.customerId;

/**
 * What of it a night can see: see factsSeenOn. A reading is of a UTC day, which west of Greenwich is
 * tomorrow in the evening: it is taken along, as a portal does not tell it again.
 */
export function sourceFactsSeenOn(facts: SourceFacts, asOf: CalendarDate): SourceFacts {
  if ('customer' in facts) return factsSeenOn(facts, asOf);
  const { spend, readings } = facts;
  const tomorrow = addDays(asOf, 1);
  return {
    ...facts,
    spend: spend.filter(({ date }) => date <= asOf),
    ...(readings !== undefined && { readings: readings.filter(({ date }) => date <= tomorrow) }),
  };
}
