import { z } from 'zod';
import { Arrangement } from './arrangement.ts';
import type { CalendarDate } from './calendar-date.ts';
import { Customer } from './customer.ts';
import { Invoice, Payment } from './invoice.ts';
import { Budget, DailySpend } from './spend.ts';

/** Everything the sources say about one customer. */
export const CustomerFacts = z.object({
  customer: Customer,
  invoices: z.array(Invoice),
  payments: z.array(Payment),
  spend: z.array(DailySpend),
  budgets: z.array(Budget),
  arrangements: z.array(Arrangement),
});
export type CustomerFacts = z.infer<typeof CustomerFacts>;

/** Facts of which nothing is dated after `seenOn`, so that nobody has to look for it again. */
export type SeenFacts = CustomerFacts & { readonly seenOn: CalendarDate };

/** What a night can see: rows dated on or before its day. That is what makes replay honest. */
export function factsSeenOn(facts: CustomerFacts | SeenFacts, asOf: CalendarDate): CustomerFacts {
  if ('seenOn' in facts && facts.seenOn <= asOf) return facts;
  return {
    customer: facts.customer,
    budgets: facts.budgets,
    invoices: rowsSeen(facts.invoices, ({ issuedOn }) => issuedOn <= asOf),
    payments: rowsSeen(facts.payments, ({ paidOn }) => paidOn <= asOf),
    spend: rowsSeen(facts.spend, ({ date }) => date <= asOf),
    arrangements: rowsSeen(facts.arrangements, ({ from }) => from <= asOf),
  };
}

/** A night mostly sees all there is, and looking is cheaper than copying. */
const rowsSeen = <Row>(rows: Row[], isSeen: (row: Row) => boolean): Row[] =>
  rows.every(isSeen) ? rows : rows.filter(isSeen);
