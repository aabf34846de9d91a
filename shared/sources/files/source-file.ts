import { z } from 'zod';
import { ArrangementRow } from './arrangements-csv.ts';
import { BudgetRow } from './budgets-csv.ts';
import { CustomerRow } from './customers-csv.ts';
import { InvoiceRow } from './invoices-csv.ts';
import { PaymentRow } from './payments-csv.ts';
import { SpendRow } from './spend-csv.ts';

type RowSchema<Noun> = z.ZodType<Noun> & { readonly in: { readonly shape: z.ZodRawShape } };

/** One of the six files: which columns it has and what a row of it says. */
export type SourceFile<Noun = unknown> = {
  readonly name: string;
  /** Its place among the files of a customer. */
  readonly order: number;
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** The column that no two rows share a value of, and what it identifies. */
  readonly id: { readonly column: string; readonly of: string } | undefined;
  readonly row: z.ZodType<Noun>;
};

function sourceFile<Noun>(
  order: number,
  name: string,
  row: RowSchema<Noun>,
  id?: SourceFile['id'],
): SourceFile<Noun> {
  const columns = Object.keys(row.in.shape);
  const isRequired = (column: string) =>
    !z.safeParse(row.in.shape[column] ?? z.never(), undefined).success;
  return { name, order, columns, required: columns.filter(isRequired), id, row };
}

export const CUSTOMERS = sourceFile(0, 'customers.csv', CustomerRow, {
  column: 'customerId',
  of: 'customer',
});
export const INVOICES = sourceFile(1, 'invoices.csv', InvoiceRow, {
  column: 'invoiceId',
  of: 'invoice',
});
export const PAYMENTS = sourceFile(2, 'payments.csv', PaymentRow, {
  column: 'paymentId',
  of: 'payment',
});
export const SPEND = sourceFile(3, 'spend.csv', SpendRow);
export const BUDGETS = sourceFile(4, 'budgets.csv', BudgetRow);
export const ARRANGEMENTS = sourceFile(5, 'arrangements.csv', ArrangementRow);

export const SOURCE_FILES: readonly SourceFile[] = [
  CUSTOMERS,
  INVOICES,
  PAYMENTS,
  SPEND,
  BUDGETS,
  ARRANGEMENTS,
];
