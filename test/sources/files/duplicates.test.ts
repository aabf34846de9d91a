import { describe, expect, test } from 'vitest';
import { readFiles } from './data-folder.ts';

describe('a row equal to an earlier one in every known column counts once', () => {
  test.each([
    ['customers.csv', 'customerId,name,currency', 'C-1,Contoso,EUR'],
    [
      'invoices.csv',
      'invoiceId,customerId,issuedOn,dueOn,amount,currency',
      'INV-1,C-1,2026-01-01,2026-01-31,1.00,EUR',
    ],
    ['payments.csv', 'paymentId,customerId,paidOn,amount,currency', 'P-1,C-1,2026-01-01,1.00,EUR'],
    ['spend.csv', 'customerId,date,amount,currency', 'C-1,2026-01-01,1.00,EUR'],
    ['budgets.csv', 'customerId,amount,currency', 'C-1,1.00,EUR'],
    ['arrangements.csv', 'kind,customerId,from', 'hold,C-1,2026-01-01'],
  ])('%s', async (file, header, row) => {
    const content = `${header},note\n${row},first\n${row},second\n${row},third\n`;

    const { counts, rejects } = await readFiles({ [file]: content });

    expect(rejects).toEqual([]);
    expect(counts).toContainEqual({
      file,
      rows: 3,
      accepted: 1,
      rejected: 0,
      duplicates: 2,
      isWhole: true,
    });
  });

  test('of an id, the first row stands: equal ones are duplicates, others are rejected', async () => {
    const { counts, rejects, customers } = await readFiles({
      'invoices.csv':
        'invoiceId,customerId,issuedOn,dueOn,amount,currency,description\n' +
        'INV-1,C-1,2026-01-01,2026-01-31,1.00,EUR,a\n' +
        'INV-1,C-1,2026-01-01,2026-01-31,1.00,EUR,b\n' +
        'INV-1,C-1,2026-01-01,2026-01-31,1.00,EUR,a\n',
    });

    expect(counts).toContainEqual({
      file: 'invoices.csv',
      rows: 3,
      accepted: 1,
      rejected: 1,
      duplicates: 1,
      isWhole: true,
    });
    expect(rejects.map(({ line }) => line)).toEqual([3]);
    expect(customers[0]?.invoices).toHaveLength(1);
  });
});
