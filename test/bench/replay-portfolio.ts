import { replay } from '../../local/simulate/replay.ts';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import { Policy } from '../../shared/policy/policy.ts';
import { AS_OF, customerAt, invoicesAt } from './portfolio.ts';

// Replays nights from the bench's night on, and says how many open invoices it saw a second.
const [customers = 0, nights = 0, invoicesEach = 0] = process.argv.slice(2).map(Number);
const days = Array.from({ length: nights }, (_, index) => addDays(AS_OF, index));
const policy = Policy.parse({});

let invoiceNights = 0;
const startedAt = performance.now();
for (let number = 1; number <= customers; number += 1) {
  const facts = {
    customer: customerAt(number),
    invoices: invoicesAt(number, invoicesEach),
    payments: [],
    spend: [],
    budgets: [],
    arrangements: [],
  };
  for (const { invoices } of replay(facts, days, policy)) invoiceNights += invoices.length;
}
const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(`${Math.round(invoiceNights / seconds)}`);
