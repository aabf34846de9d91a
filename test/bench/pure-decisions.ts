import { DatabaseSync } from 'node:sqlite';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { decideCustomer } from '../../shared/decisions/decide-customer.ts';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { Policy } from '../../shared/policy/policy.ts';
import { atMost, inSeconds, type Part, shown } from './figure.ts';
import { AS_OF, customerAt, invoicesAt } from './portfolio.ts';

const INVOICES_EACH = 10;
const ROUNDS = 7;

/** Both are warm before they are timed, take turns, and are held to the best each can do. */
export const pureDecisions: Part = async ({ quick }) => {
  const facts = Array.from({ length: quick ? 20_000 : 100_000 }, (_, index) => factsAt(index + 1));
  const database = agingTable(facts);
  const best = { decided: Number.POSITIVE_INFINITY, queried: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round += 1) {
    const queried = timed(() => queriedOpen(database));
    const decided = timed(() => decidedOpen(facts));
    if (queried.open !== decided.open)
      throw new Error(
        `Cannot compare a query that finds ${queried.open} with decisions that find ${decided.open}: both read the same rows, so mend the bench`,
      );
    best.decided = Math.min(best.decided, decided.ms);
    best.queried = Math.min(best.queried, queried.ms);
  }
  database.close();
  const note = `${facts.length} customers, ${INVOICES_EACH} invoices each, best of ${ROUNDS}`;
  return [
    atMost('aging and dunning, against SQL for aging alone', best.decided / best.queried, 1, {
      note,
    }),
    shown(
      '  processor time of the two',
      `${inSeconds(best.decided)} and ${inSeconds(best.queried)}`,
    ),
  ];
};

const factsAt = (number: number): CustomerFacts => ({
  customer: customerAt(number),
  invoices: invoicesAt(number, INVOICES_EACH),
  payments: [],
  spend: [],
  budgets: [],
  arrangements: [],
});

/** Processor time of all threads, so that whatever else the machine does is left out. */
function timed(work: () => number): { readonly open: number; readonly ms: number } {
  const before = process.cpuUsage();
  const open = work();
  const { user, system } = process.cpuUsage(before);
  return { open, ms: (user + system) / 1000 };
}

function decidedOpen(facts: readonly CustomerFacts[]): number {
  const policy = Policy.parse({});
  let open = 0;
  for (const each of facts) {
    const { night } = decideCustomer(each, NEW_CUSTOMER, policy, AS_OF, { holdStages: undefined });
    for (const account of night.accounts) open += account.open;
  }
  return open;
}

const TABLE = `CREATE TABLE invoices (
  customer TEXT, currency TEXT, dueOn TEXT, amount INTEGER
) STRICT;`;

/** The bounds of the default buckets as days, so that the query compares and works out no dates. */
const due = (daysAgo: number): string => `dueOn >= '${addDays(AS_OF, -daysAgo)}'`;

const AGING = `SELECT customer, currency,
    sum(CASE WHEN ${due(0)} THEN amount ELSE 0 END) AS current,
    sum(CASE WHEN ${due(30)} AND NOT ${due(0)} THEN amount ELSE 0 END) AS days30,
    sum(CASE WHEN ${due(60)} AND NOT ${due(30)} THEN amount ELSE 0 END) AS days60,
    sum(CASE WHEN ${due(90)} AND NOT ${due(60)} THEN amount ELSE 0 END) AS days90,
    sum(CASE WHEN NOT ${due(90)} THEN amount ELSE 0 END) AS over90,
    sum(amount) AS open
  FROM invoices GROUP BY customer, currency`;

/** The very rows that are decided on, in the customers' order. */
function agingTable(facts: readonly CustomerFacts[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(`${TABLE} BEGIN`);
  const insert = database.prepare('INSERT INTO invoices VALUES (?, ?, ?, ?)');
  for (const { customer, invoices } of facts)
    for (const { currency, dueOn, minorUnits } of invoices)
      insert.run(customer.customerId, currency, dueOn, minorUnits);
  database.exec('COMMIT');
  return database;
}

function queriedOpen(database: DatabaseSync): number {
  let open = 0;
  for (const row of database.prepare(AGING).all()) open += Number(row['open']);
  return open;
}
