import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../shared/run/errors.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import { CUSTOMERS, folderOf, readAll, readFiles } from './data-folder.ts';
import { expectSaidInAll } from './dirty-row.ts';

const HEADER = 'invoiceId,customerId,issuedOn,dueOn,amount,currency\n';
const ROW = 'INV-1,C-1,2026-01-01,2026-01-31,1.00,EUR\n';

describe('a file that cannot be used is one reject, and the other files go on', () => {
  test.each([
    [
      'invoiceId,customerId,issuedOn,amount,currency\nINV-1,C-1,2026-01-01,1,EUR',
      'dueOn',
      'is missing from the header',
    ],
    [
      'InvoiceId,customerId,issuedOn,dueOn,amount,currency',
      'invoiceId',
      'is missing from the header, which has "InvoiceId": small and capital letters count',
    ],
    [
      HEADER.replaceAll(',', '\t'),
      'invoiceId',
      'is missing from the header, which has tabs where commas belong',
    ],
    [
      `sep=,\n${HEADER}`,
      'invoiceId',
      'is missing from the header, which the line "sep=" stands before: take that line out',
    ],
    [
      (HEADER + ROW).replaceAll('\n', '\r'),
      'currency',
      'is missing from the header, as its lines end with a carriage return alone',
    ],
    [`${'x'.repeat(1_000_001)}\n${ROW}`, '', 'has more than 1000000 characters in its header'],
    [
      HEADER.replaceAll(',', ';'),
      'invoiceId',
      'is missing from the header, which has semicolons where commas belong',
    ],
    [HEADER.replace('\n', ',amount\n'), 'amount', 'is given twice in the header'],
    ['', '', 'has no header row'],
    ['\n \n', '', 'has no header row'],
    [Buffer.from(`\ufeff${HEADER}`, 'utf16le'), '', 'is not UTF-8: save it as "CSV UTF-8"'],
    [`"invoiceId,${HEADER}`, '', 'has a quote in its header that does not match'],
  ])('invoices.csv %#: %s %s', async (content, column, reason) => {
    const { rejects, counts, customers } = await readFiles({
      'invoices.csv': content,
      'payments.csv': 'paymentId,customerId,paidOn,amount,currency\nP-1,C-1,2026-01-01,1,EUR\n',
    });

    expect(rejects).toEqual([{ file: 'invoices.csv', line: 1, column, value: '', reason }]);
    expectSaidInAll(reason);
    expect(counts).toContainEqual({
      file: 'invoices.csv',
      rows: 1,
      accepted: 0,
      rejected: 1,
      duplicates: 0,
      isWhole: false,
    });
    expect(customers[0]?.payments).toHaveLength(1);
  });

  test('a line of more than a million characters costs itself alone', async () => {
    const { rejects, customers } = await readFiles({
      'invoices.csv': `${HEADER}INV-0,C-1,${'x'.repeat(1_100_000)}\n${ROW}`,
    });

    expect(rejects).toEqual([
      {
        file: 'invoices.csv',
        line: 2,
        column: '',
        value: `INV-0,C-1,${'x'.repeat(90)}`,
        reason: 'has more than 1000000 characters',
      },
    ]);
    expect(customers[0]?.invoices).toMatchObject([{ invoiceId: 'INV-1' }]);
  });

  test.each([
    ['payments.csv', 'is no file, but a folder or a link that leads nowhere: put the file there'],
    ['Payments.CSV', 'is not read under this name: call it payments.csv'],
    ['payment.csv', 'is not read under this name: call it payments.csv'],
    ['payments.xlsx', 'is not read under this name: call it payments.csv'],
  ])('%s in place of payments.csv is not passed over: it %s', async (name, reason) => {
    const path = folderOf({ 'invoices.csv': HEADER + ROW });
    if (name === 'payments.csv') mkdirSync(join(path, name));
    else writeFileSync(join(path, name), 'paymentId,customerId,paidOn,amount,currency\n');

    const { rejects, counts } = await readAll(directoryFolder(path));

    expect(rejects).toEqual([{ file: name, line: 1, column: '', value: '', reason }]);
    expectSaidInAll(reason);
    expect(counts).toContainEqual({
      file: name,
      rows: 1,
      accepted: 0,
      rejected: 1,
      duplicates: 0,
      isWhole: false,
    });
  });

  test('beside payments.csv itself, what is called alike is nobody’s matter', async () => {
    const { rejects } = await readFiles({
      'payments.csv': 'paymentId,customerId,paidOn,amount,currency\n',
      'payments.xlsx': 'x',
    });

    expect(rejects).toEqual([]);
  });

  test('a packed file reads like a plain one', async () => {
    const { customers, counts } = await readFiles({ 'invoices.csv.gz': gzipSync(HEADER + ROW) });

    expect(customers[0]?.invoices).toMatchObject([{ invoiceId: 'INV-1' }]);
    expect(counts).toContainEqual({
      file: 'invoices.csv.gz',
      rows: 1,
      accepted: 1,
      rejected: 0,
      duplicates: 0,
      isWhole: true,
    });
  });

  test.each([
    ['cut short', (packed: Buffer) => packed.subarray(0, packed.length - 5_000)],
    [
      'overwritten',
      (packed: Buffer) => Buffer.concat([packed.subarray(0, -5_000), Buffer.alloc(5_000, 255)]),
    ],
    ['not packed at all', () => Buffer.from(HEADER + ROW)],
  ])('a packed file that is %s keeps what was read and says where it ended', async (_, damage) => {
    const rows = Array.from(
      { length: 20_000 },
      (_each, index) => `hold,C-1,2026-01-01,${(index * 7_919) % 20_011}\n`,
    );
    const packed = gzipSync(`kind,customerId,from,reason\n${rows.join('')}`);

    const { rejects, counts } = await readFiles({ 'arrangements.csv.gz': damage(packed) });

    const [count] = counts.filter(({ file }) => file === 'arrangements.csv.gz');
    expect(rejects).toEqual([
      {
        file: 'arrangements.csv.gz',
        line: Math.max(count?.rows ?? 0, 1),
        column: '',
        value: '',
        reason: expect.stringMatching(/^cannot be unpacked any further: /),
      },
    ]);
    expect(count).toMatchObject({ isWhole: false, rejected: 1 });
  });
});

describe('a folder that cannot be used at all is a SourceError', () => {
  const refused = (path: string) => readAll(directoryFolder(path));

  test.each([
    [
      { 'customers.csv': 'customerId,name\nC-1,Contoso' },
      'Cannot read "customers.csv" of "FOLDER" because the column "currency" is missing from the header: nothing is known without its customers, so mend it',
    ],
    [
      { 'customers.csv': '' },
      'Cannot read "customers.csv" of "FOLDER" because it has no header row: nothing is known without its customers, so mend it',
    ],
    [
      { 'invoices.csv': HEADER, 'invoices.csv.gz': 'x' },
      'Cannot read "FOLDER" because it has both invoices.csv and invoices.csv.gz: keep one of them',
    ],
    [
      { 'as-of.txt': '17-03-2026' },
      'Cannot read "as-of.txt" of "FOLDER" because it is not one day: write one day in it, as YYYY-MM-DD',
    ],
    [
      { 'as-of.txt': '2026-03-17\n'.repeat(50) },
      'Cannot read "as-of.txt" of "FOLDER" because it is not one day: write one day in it, as YYYY-MM-DD',
    ],
  ])('%j', async (files, message) => {
    const path = folderOf(files);

    await expect(refused(path)).rejects.toThrow(new SourceError(message.replace('FOLDER', path)));
  });

  test('without customers.csv', async () => {
    const path = folderOf({});
    rmSync(join(path, 'customers.csv'));

    await expect(refused(path)).rejects.toThrow(
      new SourceError(
        `Cannot read "${path}" because it has no customers.csv: add it, or name another folder`,
      ),
    );
  });

  test('with customers packed and damaged, for most would be missing', async () => {
    const path = folderOf({ 'customers.csv.gz': gzipSync(CUSTOMERS).subarray(0, 20) });
    rmSync(join(path, 'customers.csv'));

    await expect(refused(path)).rejects.toThrow(
      /^Cannot read "customers.csv.gz" .* cannot be unpacked/,
    );
  });

  test('with a link that leads nowhere for customers', async () => {
    const path = folderOf({});
    rmSync(join(path, 'customers.csv'));
    symlinkSync(join(path, 'nowhere.csv'), join(path, 'customers.csv'));

    await expect(refused(path)).rejects.toThrow(
      new SourceError(
        `Cannot read "${path}" because its customers.csv is no file, but a folder or a link that leads nowhere: put the file there`,
      ),
    );
  });

  test('where there is none', async () => {
    const path = join(folderOf({}), 'nowhere');

    await expect(refused(path)).rejects.toThrow(
      new SourceError(
        `Cannot read "${path}" because it does not exist: name a folder that holds customers.csv`,
      ),
    );
  });

  test('where a file is named', async () => {
    const path = join(folderOf({}), 'customers.csv');

    await expect(refused(path)).rejects.toThrow(
      new SourceError(
        `Cannot read "${path}" because it is not a folder: name the folder that holds customers.csv`,
      ),
    );
  });
});
