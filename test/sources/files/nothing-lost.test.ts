import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stageFolder } from '../../../shared/sources/files/stage-folder.ts';
import { temporaryFolder } from './data-folder.ts';
import { inMemoryFolder } from './in-memory-folder.ts';

const CELLS = [
  'C-1',
  'C-2',
  'C-3',
  'I-1',
  'I-2',
  '2026-01-31',
  '2026-02-30',
  '1.00',
  '-1',
  'x',
  'EUR',
  'JPY',
  '',
  '"',
  '"a\nb"',
  '"a""b"',
  'hold',
  'promise',
  '\u0007',
];
const HEADERS = {
  'customers.csv': 'customerId,name,currency,billingEmail',
  'invoices.csv': 'invoiceId,customerId,issuedOn,dueOn,amount,currency',
  'payments.csv': 'paymentId,customerId,paidOn,amount,currency,invoiceId',
  'spend.csv': 'customerId,date,amount,currency',
  'budgets.csv': 'customerId,amount,currency',
  'arrangements.csv': 'kind,customerId,invoiceId,from,until,amount',
};
const LIKELY: Record<string, string> = {
  customerId: 'C-1',
  name: 'x',
  currency: 'EUR',
  billingEmail: '',
  invoiceId: 'I-1',
  paymentId: 'I-2',
  issuedOn: '2026-01-31',
  dueOn: '2026-01-31',
  paidOn: '2026-01-31',
  date: '2026-01-31',
  amount: '1.00',
  kind: 'hold',
  from: '2026-01-31',
  until: '2026-01-31',
};

/** Mostly what belongs there, so that every outcome is common. */
const rowOf = (header: string) =>
  fc
    .tuple(
      ...header
        .split(',')
        .map((column) =>
          fc.oneof(
            { weight: 8, arbitrary: fc.constant(LIKELY[column] ?? '') },
            { weight: 1, arbitrary: fc.constantFrom(...CELLS) },
          ),
        ),
    )
    .map((cells) => cells.join(','));

const fileOf = ([name, header]: [string, string]) =>
  fc
    .array(rowOf(header), { maxLength: 30 })
    .map((rows): [string, string] => [name, [header, ...rows].join('\n')]);

test('every row of every file is accepted, rejected or a duplicate, and none is two of these', async () => {
  const stagingFolder = temporaryFolder();
  const files = fc.tuple(...Object.entries(HEADERS).map(fileOf));

  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 50 }), async (dirty, chunkBytes) => {
      const text = Object.fromEntries(dirty);
      const folder = inMemoryFolder(text, chunkBytes);
      const staged = await stageFolder(folder, { stagingFolder });
      const facts = [...staged.customers(undefined, 100)];
      const rejects = [...staged.rejects()];
      staged.close();

      for (const { file, rows, accepted, rejected, duplicates } of staged.files) {
        expect(accepted + rejected + duplicates, file).toBe(rows);
        const written = text[file] ?? '';
        if (!written.includes('"')) expect(rows).toBe(written.split('\n').length - 1);
        expect(rejects.filter((reject) => reject.file === file)).toHaveLength(rejected);
      }
      const handedOut = facts.flatMap(({ customer, ...rows }) => [
        customer,
        ...Object.values(rows).flat(),
      ]);
      expect(handedOut).toHaveLength(staged.files.reduce((sum, { accepted }) => sum + accepted, 0));
      expect(new Set(rejects.map(({ file, line }) => `${file}:${line}`)).size).toBe(rejects.length);
    }),
    { numRuns: 150 },
  );
});
