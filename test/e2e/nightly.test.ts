import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NightReport } from '../../shared/run/report/night-report.ts';
import { type NightEnded, newState, night, outbox, run } from './nightly.ts';

const BUCKETS = [
  [0, 'current'],
  [30, '1-30'],
  [60, '31-60'],
  [90, '61-90'],
  [Number.POSITIVE_INFINITY, 'over-90'],
] as const;

type Cents = Record<string, Record<string, number>>;

function addCents(sums: Cents, currency: string, bucket: string, cents: number): void {
  if (cents === 0) return;
  const buckets = sums[currency] ?? {};
  sums[currency] = { ...buckets, [bucket]: (buckets[bucket] ?? 0) + cents };
}

const centsOf = (text = ''): number => Math.round(Number(text) * 100);

/** A few lines of arithmetic that share nothing with the app: cents by due date, from the CSVs. */
function agingFromCsv(folder: string, asOf: string): Cents {
  const rows = (file: string): string[][] =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  const paid: Record<string, number> = {};
  for (const [, , paidOn = '', amount, , invoiceId = ''] of rows('payments.csv'))
    if (paidOn <= asOf) paid[invoiceId] = (paid[invoiceId] ?? 0) + centsOf(amount);
  const aging: Cents = {};
  for (const [id = '', , issuedOn = '', dueOn = '', amount, currency = ''] of rows(
    'invoices.csv',
  )) {
    const days = (Date.parse(asOf) - Date.parse(dueOn)) / 86_400_000;
    const [, bucket] = BUCKETS.find(([last]) => days <= last) ?? BUCKETS[4];
    if (issuedOn <= asOf) addCents(aging, currency, bucket, centsOf(amount) - (paid[id] ?? 0));
  }
  return aging;
}

function agingFromReport({ aging }: NightReport): Cents {
  const sums: Cents = {};
  for (const { customerId: _, currency = '', unapplied: __, open: ___, ...buckets } of aging)
    for (const [bucket, amount] of Object.entries(buckets))
      addCents(sums, currency, bucket, centsOf(amount));
  return sums;
}

const INVOICES = `invoiceId,customerId,issuedOn,dueOn,amount,currency
INV-1,C-1,2026-01-01,2026-01-31,1200.10,EUR
INV-2,C-1,2026-02-01,2026-03-03,99.95,EUR
INV-3,C-2,2025-11-01,2025-12-01,7.01,EUR
INV-4,C-2,2026-03-01,2026-03-31,500.00,USD
INV-5,C-3,2026-01-10,2026-01-20,0.02,USD
INV-6,C-3,2026-04-01,2026-04-30,80.00,USD
`;
const PAYMENTS = `paymentId,customerId,paidOn,amount,currency,invoiceId
P-1,C-1,2026-02-05,1000.00,EUR,INV-1
P-2,C-2,2026-03-20,500.00,USD,INV-4
P-3,C-1,2026-02-06,0.10,EUR,INV-1
`;
const CUSTOMERS = `customerId,name,currency,billingEmail,accountManagerEmail
C-1,One,EUR,one@customers.example,noor@reseller.example
C-2,Two,EUR,two@customers.example,noor@reseller.example
C-3,Three,USD,three@customers.example,erik@reseller.example
`;

function smallFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duewatch-data-'));
  writeFileSync(join(folder, 'customers.csv'), CUSTOMERS);
  writeFileSync(join(folder, 'invoices.csv'), INVOICES);
  writeFileSync(join(folder, 'payments.csv'), PAYMENTS);
  return folder;
}

describe('nightly over its sample', () => {
  const state = newState();
  const file = join(state, 'dry.json');
  let dry: NightReport;
  let screen: string;
  let previews: readonly string[];
  let sentDry: number;
  let first: NightEnded;
  beforeAll(async () => {
    const rehearsed = await run('nightly', ['--state', state, '--dry-run', '--json', file]);
    screen = rehearsed.stdout;
    dry = JSON.parse(readFileSync(file, 'utf8'));
    previews = readdirSync(join(state, 'preview'));
    sentDry = outbox(state).size;
    first = await night(state);
  });

  test('completes, and ends with 0', () => {
    expect(first.code).toBe(0);
    expect(first.report.run).toMatchObject({ asOf: '2026-03-17', status: 'completed' });
    expect(first.report.totals).toMatchObject({
      evaluated: 28,
      failed: 0,
      rejected: 1,
      duplicates: 1,
    });
  });

  test('as a dry run decides the same, sends nothing and remembers nothing', () => {
    expect(sentDry).toBe(0);
    const expected = dry.emails.map(({ kind, id }) => `${kind}-${id}.eml`);
    expect(previews.toSorted()).toEqual(expected.toSorted());
    expect(dry.dunning).toEqual(first.report.dunning);
    expect(dry.emails.map(({ id }) => id)).toEqual(
      expect.arrayContaining(
        first.report.emails.filter(({ kind }) => kind === 'letter').map(({ id }) => id),
      ),
    );
    expect(first.report.dunning.length).toBeGreaterThan(0);
  });

  test('on one screen says who owes, what moved and what was not read', () => {
    expect(screen).toContain('Receivables by days past due');
    expect(screen).toContain('none → final-notice');
    expect(screen).toContain('invoices.csv:183 dueOn');
    expect(screen).toMatch(/took .* build .* storage .* pull .* evaluate .* close/);
  });

  test('writes every e-mail of its report to the outbox, once', () => {
    const sent = first.report.emails.map(({ kind, id }) => `${kind}-${id}.eml`).toSorted();

    expect([...outbox(state).keys()]).toEqual(sent);
    expect(new Set(first.report.emails.map(({ status }) => status))).toEqual(new Set(['accepted']));
  });

  test('run again changes nothing and sends nothing', async () => {
    const before = outbox(state);

    const again = await night(state);

    expect(again.report).toMatchObject({
      aging: first.report.aging,
      stages: first.report.stages,
      budgets: first.report.budgets,
      dunning: [],
      emails: [],
    });
    expect(outbox(state)).toEqual(before);
  });

  test('an earlier night is refused, since nights only go forward', async () => {
    const ended = await run('nightly', ['--state', state, '--as-of', '2026-03-16']);

    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('nights only go forward');
  });
});

describe('nightly', () => {
  test('ages to the cent as a few lines of independent arithmetic do', async () => {
    const folder = smallFolder();
    const state = newState();
    for (const asOf of ['2026-03-03', '2026-04-30']) {
      const { report } = await night(state, '--data', folder, '--as-of', asOf);

      expect(report.aging.length).toBeGreaterThan(0);
      expect(agingFromReport(report)).toEqual(agingFromCsv(folder, asOf));
    }
  });

  test('over a file of which no row can be read ends with 1, says so, and guesses nothing', async () => {
    const folder = smallFolder();
    writeFileSync(
      join(folder, 'invoices.csv'),
      INVOICES.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3-$2-$1'),
    );

    const { code, report } = await night(newState(), '--data', folder, '--as-of', '2026-03-17');

    expect(code).toBe(1);
    expect(report.run).toMatchObject({
      status: 'completed-with-failures',
      because: 'no row of invoices.csv could be read',
    });
    expect(report.totals).toMatchObject({ evaluated: 3, invoices: 0, rejected: 6 });
    expect(report.rejected[0]).toEqual({
      file: 'invoices.csv',
      line: 2,
      column: 'issuedOn',
      value: '01-01-2026',
      reason: 'expected a day as YYYY-MM-DD',
    });
  });

  test.each([
    { args: ['--as-off', '2026-01-01'], says: '--as-off' },
    { args: ['--as-of', '2026-02-30'], says: '2026-02-30' },
    { args: ['--data', '/nowhere/at/all'], says: '/nowhere/at/all' },
    { args: ['--data', 'docs'], says: 'customers.csv' },
    { args: ['--policy', '/nowhere/policy.json'], says: '/nowhere/policy.json' },
    { args: ['--policy', 'package.json'], says: 'devDependencies' },
    { args: ['--state', 'package.json/state'], says: 'package.json' },
    { args: ['--json', '/nowhere/report.json'], says: '/nowhere' },
    { args: ['more'], says: 'argument' },
  ])('$args cannot start: it ends with 2, and one message says why', async ({ args, says }) => {
    const { code, stdout, stderr } = await run('nightly', ['--state', newState(), ...args]);

    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Cannot');
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test('a setting that is malformed is named before anything is started, and not shown', async () => {
    const settings = { PARTNER_CENTER_TENANT: 'canary' };

    const { code, stderr } = await run('nightly', ['--state', newState()], settings);

    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^Cannot start with these settings:\n {2}PARTNER_CENTER_TENANT: expected your own/,
    );
    expect(stderr).not.toContain('canary');
  });

  test('that cannot write its e-mail ends with 1, says why, and leaves nothing half-written', async () => {
    const state = newState();
    const blocked = join(state, 'blocked');
    writeFileSync(blocked, 'a file where the outbox would be');

    const { code, stdout } = await run('nightly', ['--state', state], { OUTBOX_FOLDER: blocked });

    expect(code).toBe(1);
    expect(stdout).toMatch(/Failed[\s\S]*letter to .*Cannot write e-mail/);
    expect(readFileSync(blocked, 'utf8')).toBe('a file where the outbox would be');
  });
});
