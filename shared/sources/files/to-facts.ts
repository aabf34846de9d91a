import type { Arrangement } from '../../ledger/arrangement.ts';
import type { Customer } from '../../ledger/customer.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { Invoice } from '../../ledger/invoice.ts';
import { toArrangement } from './arrangements-csv.ts';
import { unpackRow } from './row-cells.ts';
import {
  ARRANGEMENTS,
  BUDGETS,
  CUSTOMERS,
  INVOICES,
  PAYMENTS,
  type SourceFile,
  SPEND,
} from './source-file.ts';

/** The stored rows of one customer, by the order of the file they come from. */
export type RowsByFile = ReadonlyMap<number, readonly string[]>;

/** Nouns again, from rows that were accepted and held against each other before. */
export function toFacts(rows: RowsByFile): CustomerFacts {
  const of = <Noun>(file: SourceFile<Noun>): Noun[] =>
    (rows.get(file.order) ?? []).map((cells) => unpackRow(file, cells));
  const [customer] = of(CUSTOMERS);
  if (customer === undefined)
    throw new TypeError('Cannot read a staged customer because its own row is gone: stage again');

  const invoices = of(INVOICES);
  const arrangements = of(ARRANGEMENTS);
  return {
    customer,
    invoices,
    payments: of(PAYMENTS),
    spend: of(SPEND),
    budgets: of(BUDGETS),
    arrangements: arrangements.length === 0 ? [] : inCurrency(arrangements, customer, invoices),
  };
}

function inCurrency(
  rows: readonly Parameters<typeof toArrangement>[0][],
  customer: Customer,
  invoices: readonly Invoice[],
): Arrangement[] {
  const currencies = new Map(invoices.map(({ invoiceId, currency }) => [invoiceId, currency]));
  return rows.map((row) =>
    toArrangement(row, (row.invoiceId && currencies.get(row.invoiceId)) ?? customer.currency),
  );
}
