import { describe, expect, test } from 'vitest';
import { readFiles } from './data-folder.ts';
import { customer, invoice } from './dirty-row.ts';

describe('a row is rejected for the first cell that cannot be read', () => {
  test.each([
    [customer(',Fabrikam,USD,,,'), 'customerId', '', 'is empty'],
    [customer('C-2,,USD,,,'), 'name', '', 'is empty'],
    [customer('C-2,Fabrikam'), 'currency', '', 'is empty'],
    [
      customer('C-2,Fabrikam,usd,,,'),
      'currency',
      'usd',
      'expected an ISO 4217 currency such as EUR',
    ],
    [
      customer('C-2,Fabrikam,USD,noor,,'),
      'accountManagerEmail',
      'noor',
      'expected e-mail addresses: a comma between people, a semicolon before the next contact',
    ],
    [
      customer('C-2,Fabrikam,USD,,a@b.example;,'),
      'billingEmail',
      'a@b.example;',
      'expected e-mail addresses: a comma between people, a semicolon before the next contact',
    ],
    [
      customer('C-2,Fabrikam,USD,,"a@b.example\nBcc: c@d.example",'),
      'billingEmail',
      'a@b.example\nBcc: c@d.example',
      'expected e-mail addresses: a comma between people, a semicolon before the next contact',
    ],
    [
      customer('C-2,Fabrikam,USD,,,1e3'),
      'creditLimit',
      '1e3',
      'expected a plain decimal number such as 1234.50',
    ],
    [
      customer(`${'x'.repeat(400)},Long,EUR,,,`),
      'customerId',
      'x'.repeat(100),
      'is too long for an id',
    ],
    [invoice(',C-1,2026-01-01,2026-01-31,1,EUR'), 'invoiceId', '', 'is empty'],
    [invoice('INV-2,,2026-01-01,2026-01-31,1,EUR'), 'customerId', '', 'is empty'],
    [
      invoice('INV-2,C-1,30-03-2020,10-04-2020,1,EUR'),
      'issuedOn',
      '30-03-2020',
      'expected a day as YYYY-MM-DD',
    ],
    [
      invoice('INV-2,C-1,2026-01-01,2026-02-30,1,EUR'),
      'dueOn',
      '2026-02-30',
      'is no day of the calendar',
    ],
    [
      invoice('INV-2,C-1,2026-01-01,2026-01-31,"1,50",EUR'),
      'amount',
      '1,50',
      'expected a plain decimal number such as 1234.50',
    ],
    [
      invoice('INV-2,C-1,2026-01-01,2026-01-31,64982.589,USD'),
      'amount',
      '64982.589',
      'has more decimals than the 2 of USD',
    ],
    [
      invoice('INV-2,C-1,2026-01-01,2026-01-31,1.5,JPY'),
      'amount',
      '1.5',
      'has more decimals than the 0 of JPY',
    ],
    [
      invoice('INV-2,C-1,2026-01-01,2026-01-31,99999999999999999,EUR'),
      'amount',
      '99999999999999999',
      'is too large to be held exactly',
    ],
    [
      invoice('INV-2,C-1,2026-01-01,2026-01-31,1,XXL'),
      'currency',
      'XXL',
      'expected an ISO 4217 currency such as EUR',
    ],
    [
      invoice('INV-2,C-1,2026-01-01,2026-01-31,1,EUR,more'),
      '',
      'more',
      'has more cells than the header',
    ],
    [
      invoice('INV-2,C-1,"2026-01-01,2026-01-31,1,EUR'),
      'issuedOn',
      'INV-2,C-1,"2026-01-01,2026-01-31,1,EUR',
      'opens a quote that is never closed',
    ],
    [
      invoice('INV-2,C"1,2026-01-01,2026-01-31,1,EUR'),
      'customerId',
      'INV-2,C"1,2026-01-01,2026-01-31,1,EUR',
      'has a quote in the wrong place',
    ],
    [
      invoice('INV\u0007,C-1,2026-01-01,2026-01-31,1,EUR'),
      'invoiceId',
      'INV\u0007',
      'has a control character',
    ],
    [
      invoice('INV\u001f,C-1,2026-01-01,2026-01-31,1,EUR'),
      'invoiceId',
      'INV\u001f',
      'has a control character',
    ],
    [
      invoice(`${'x'.repeat(10_001)},C-1,2026-01-01,2026-01-31,1,EUR`),
      'invoiceId',
      'x'.repeat(100),
      'is longer than 10000 characters',
    ],
  ])('%j: %s %j %s', async (files, column, value, reason) => {
    const name = Object.keys(files).at(-1);

    const { rejects, counts } = await readFiles(files);

    expect(rejects).toEqual([{ file: name, line: 3, column, value, reason }]);
    expect(counts).toContainEqual({
      file: name,
      rows: 2,
      accepted: 1,
      rejected: 1,
      duplicates: 0,
      isWhole: true,
    });
  });
});
