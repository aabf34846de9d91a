import { expect, test } from 'vitest';
import { Language } from '../../../shared/languages/language.ts';
import { phraseIn } from '../../../shared/languages/phrase-in.ts';
import { type Files, readFiles } from './data-folder.ts';

/** Each: a file whose line 2 is in order, and line 3 is the row. */
export const customer = (row: string): Files => ({
  'customers.csv': `customerId,name,currency,accountManagerEmail,billingEmail,creditLimit\nC-1,Contoso,EUR,,,\n${row}\n`,
});
export const invoice = (row: string): Files => ({
  'invoices.csv': `invoiceId,customerId,issuedOn,dueOn,amount,currency\nINV-1,C-1,2026-01-01,2026-01-31,1.00,EUR\n${row}\n`,
});
export const payment = (row: string): Files => ({
  'payments.csv': `paymentId,customerId,paidOn,amount,currency\nP-1,C-1,2026-01-01,1.00,EUR\n${row}\n`,
});
export const spend = (row: string): Files => ({
  'spend.csv': `customerId,date,amount,currency\nC-1,2026-01-01,1.00,EUR\n${row}\n`,
});
export const budget = (row: string): Files => ({
  'budgets.csv': `customerId,amount,currency,from\nC-1,1.00,EUR,\n${row}\n`,
});
export const arrangement = (row: string): Files => ({
  ...invoice('INV-9,C-2,2026-01-01,2026-01-31,1,JPY'),
  'arrangements.csv': `kind,customerId,invoiceId,from,until,amount\nhold,C-1,,2026-01-01,,\n${row}\n`,
});

export function expectSaidInAll(reason: string): void {
  for (const language of Language.options)
    expect(phraseIn(reason, language)).toMatchObject({ language });
}

/** A file whose line 3 is rejected, the column and the value it is rejected for, and the reason. */
export type Dirty = readonly [files: Files, column: string, value: string, reason: string];

/** Line 3 is rejected and line 2 is not, for a reason in every language: what rows are tried for. */
export function rejectsLine3(dirty: readonly Dirty[]): void {
  test.each(dirty)('%j: %s %j %s', async (files, column, value, reason) => {
    const name = Object.keys(files).at(-1);

    const { rejects, counts } = await readFiles(files);

    expect(rejects).toEqual([{ file: name, line: 3, column, value, reason }]);
    expectSaidInAll(reason);
    expect(counts).toContainEqual({
      ...{ file: name, rows: 2, accepted: 1, rejected: 1, duplicates: 0, isWhole: true },
    });
  });
}
