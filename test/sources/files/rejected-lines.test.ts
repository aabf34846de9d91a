import { describe, expect, test } from 'vitest';
import { readFiles } from './data-folder.ts';

describe('what is told of a rejected row', () => {
  test('bytes that are not UTF-8 reject their row', async () => {
    const { rejects, customers } = await readFiles({
      'customers.csv': Buffer.from(
        'customerId,name,currency\nC-1,Soci\xe9t\xe9,EUR\nC-2,Fabrikam,USD',
        'latin1',
      ),
    });

    expect(rejects).toEqual([
      {
        file: 'customers.csv',
        line: 2,
        column: 'name',
        value: 'Soci\ufffdt\ufffd',
        reason: 'has bytes that are not UTF-8',
      },
    ]);
    expect(customers).toHaveLength(1);
  });

  test('a line is told as an editor counts it, after blank lines and quoted line ends', async () => {
    const { rejects } = await readFiles({
      'invoices.csv':
        'invoiceId,customerId,issuedOn,dueOn,amount,currency,description\r\n\r\n' +
        'INV-1,C-1,2026-01-01,2026-01-31,1,EUR,"two\r\nlines"\r\n' +
        'INV-2,C-1,2026-01-01,2026-01-31,x,EUR,\r\n',
    });

    expect(rejects.map(({ line }) => line)).toEqual([5]);
  });

  test('an id whose first row is rejected may be given again', async () => {
    const { rejects, customers } = await readFiles({
      'invoices.csv':
        'invoiceId,customerId,issuedOn,dueOn,amount,currency\n' +
        'INV-1,C-1,2026-01-01,2026-01-31,x,EUR\n' +
        'INV-1,C-9,2026-01-01,2026-01-31,1,EUR\n' +
        'INV-1,C-1,2026-01-01,2026-01-31,1,EUR\n',
    });

    expect(rejects.map(({ line, column }) => [line, column])).toEqual([
      [2, 'amount'],
      [3, 'customerId'],
    ]);
    expect(customers[0]?.invoices).toHaveLength(1);
  });
});
