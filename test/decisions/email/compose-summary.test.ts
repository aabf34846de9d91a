import { expect, test } from 'vitest';
import { composeSummary } from '../../../shared/decisions/email/compose-summary.ts';
import type { RunSummary } from '../../../shared/decisions/email/content/operator-content.ts';
import { CalendarDate } from '../../../shared/ledger/calendar-date.ts';
import { aPolicy, rowsUnder, texts } from '../night-builders.ts';

const run: RunSummary['run'] = {
  id: '2026-03-17.20260318T020000Z',
  asOf: CalendarDate.parse('2026-03-17'),
  status: 'completed',
};

const totals: RunSummary['totals'] = {
  customers: 25,
  evaluated: 25,
  failed: 0,
  invoices: 1_200,
  payments: 900,
  spendRows: 540,
  rejected: 0,
  duplicates: 1,
};

const quiet: RunSummary = {
  run,
  totals,
  stages: [],
  emails: [],
  rejected: [],
  failures: [],
};

const reject = (line: number) => ({
  file: 'invoices.csv',
  line,
  column: 'amount',
  value: '12,5x',
  reason: 'expected a plain decimal number such as 1234.50',
});

test('a good night is a short e-mail to the operator', () => {
  const email = composeSummary({ ...quiet, emails: [{ kind: 'letter', count: 8 }] }, aPolicy());

  expect(email).toMatchObject({
    kind: 'summary',
    to: 'ops@kestrel.example',
    subject: 'Night of 17 March 2026 completed: 25 customers evaluated, 8 e-mails',
    customerIds: [],
  });
  expect(texts(email).slice(0, 3)).toEqual([
    'The night of 17 March 2026 completed.',
    '25 customers: 25 evaluated, 0 failed.',
    'Read: 1,200 invoices, 900 payments, 540 spend rows; 0 rows rejected, 1 duplicate.',
  ]);
  expect(rowsUnder('E-mails', email)).toEqual([['letter', '8']]);
});

test('what went wrong is in the subject, and why is in the text', () => {
  const email = composeSummary(
    {
      ...quiet,
      run: { ...run, status: 'completed-with-failures', holdStages: 'invoices.csv is 60 h old' },
      totals: { ...totals, evaluated: 24, failed: 1, rejected: 1 },
      rejected: [reject(7)],
      failures: [{ what: 'customer contoso', because: 'its partition could not be read' }],
    },
    aPolicy(),
  );

  expect(email?.subject).toBe(
    'Night of 17 March 2026 completed with failures: 24 customers evaluated, 1 failed, 0 e-mails, 1 row rejected, stages held',
  );
  expect(texts(email)).toContain('No stage moved tonight because invoices.csv is 60 h old.');
  expect(rowsUnder('Failures', email)).toEqual([
    ['customer contoso', 'its partition could not be read'],
  ]);
  expect(rowsUnder('Rejected rows', email)).toEqual([
    [
      'invoices.csv:7 (column amount)',
      'expected a plain decimal number such as 1234.50 (Value: 12,5x)',
    ],
  ]);
});

test('a night that failed says because of what', () => {
  const failed = { ...run, status: 'failed', because: 'no source could be read' } as const;

  const email = composeSummary({ ...quiet, run: failed }, aPolicy());

  expect(texts(email)[0]).toContain('17 March 2026 failed: no source could be read.');
});

test('stages are counted by name and currency', () => {
  const stages = [
    { stage: 'final-notice', currency: 'EUR', customers: 2, overdue: 420_000 },
    { stage: 'final-notice', currency: 'JPY', customers: 1, overdue: 120_000 },
  ];

  expect(
    rowsUnder('Customers on a stage', composeSummary({ ...quiet, stages }, aPolicy())),
  ).toEqual([
    ['final notice', '2', '4,200.00 EUR'],
    ['final notice', '1', '120,000 JPY'],
  ]);
});

test('twenty rejected rows are shown, and the others counted', () => {
  const rejected = Array.from({ length: 30 }, (_, each) => reject(each + 2));

  const email = composeSummary(
    { ...quiet, totals: { ...totals, rejected: 5_020 }, rejected },
    aPolicy(),
  );

  expect(rowsUnder('Rejected rows', email)).toHaveLength(20);
  expect(texts(email)).toContain('and 5,000 more');
});

test('nobody is told where the policy names no operator', () => {
  expect(composeSummary(quiet, aPolicy({ reseller: {} }))).toBeUndefined();
});

test('a run has one summary, however often it is closed', () => {
  const again = { ...quiet, totals: { ...totals, duplicates: 2 } };

  expect(composeSummary(again, aPolicy())?.id).toBe(composeSummary(quiet, aPolicy())?.id);
});

test('what failed for one reason is one line, however many it was', () => {
  const busy = 'the table answered 503';
  const email = composeSummary(
    {
      ...quiet,
      failures: [
        { what: 'customer a', because: busy },
        { what: 'source files', because: 'customers.csv is not there' },
        { what: 'customer b', because: busy, more: 2_032 },
      ],
    },
    aPolicy(),
  );

  expect(rowsUnder('Failures', email)).toEqual([
    ['customer a, customer b and 2,032 more', busy],
    ['source files', 'customers.csv is not there'],
  ]);
});
