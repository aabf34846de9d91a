import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startFakeBusinessCentral } from '../../../local/business-central/fake-business-central.ts';
import { faultsAtRandom, noFaults } from '../../../local/fakes/faults.ts';
import { startFakePartnerCenter } from '../../../local/partner-center/fake-partner-center.ts';
import { DirectoryEntry } from '../../../shared/ledger/directory-entry.ts';
import type { Source } from '../../../shared/run/pull/source.ts';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { businessCentralSource } from '../../../shared/sources/business-central/business-central.ts';
import { partnerCenter } from '../../../shared/sources/partner-center/partner-center.ts';
import { requestsOf } from '../../bench/counted-requests.ts';
import { day } from '../../builders.ts';
import { present } from '../../contracts/run-builders.ts';
import { type NightNeeds, nightInMemory } from '../../run/in-memory/night.ts';
import { startNight } from '../../run/run-night.ts';
import { workOnce } from '../../run/worker.ts';
import { accessTo as booksAccess } from '../../sources/business-central/fake-access.ts';
import { localAllowance } from '../../sources/http/local-allowance.ts';
import { accessTo as portalAccess } from '../../sources/partner-center/fake-access.ts';
import { azuriteStores } from './azurite-stores.ts';

const azurite = await azuriteStores();
const stagingFolder = mkdtempSync(join(tmpdir(), 'duewatch-joined-'));
const portal = await startFakePartnerCenter({
  seed: 'joined',
  customers: 8,
  today: day('2026-05-19'),
});
/** The last two are in nobody's books; the very last spends nothing. */
const debtors = portal.world.customers.slice(0, 6).map(({ name, domain }) => ({ name, domain }));
const books = await startFakeBusinessCentral({
  seed: 'joined',
  debtors: [...debtors, { name: 'No Tenant BV', domain: 'no-tenant.example' }],
  today: day('2026-05-19'),
});
/** Of one debtor the older invoice is promised, and the other in dispute. */
const AGREED = 2;
const [promised, disputed] = books.books.salesInvoices.filter(
  ({ status, customerNumber }) =>
    status === 'Open' && customerNumber === books.books.customers[AGREED]?.['number'],
);
Object.assign(promised ?? {}, { promisedPayDate: '2026-06-30' });
Object.assign(disputed ?? {}, { disputeStatus: 'REVIEW' });
afterAll(async () => {
  await Promise.all([azurite.stop(), portal.stop(), books.stop()]);
  rmSync(stagingFolder, { recursive: true });
});

/** A clock that waits for nothing. */
let slept = 0;
const surroundings = {
  fetch: globalThis.fetch,
  now: () => new Date(Date.now() + slept),
  sleep: async (ms: number) => {
    slept += ms;
  },
  random: () => 0.5,
  onRetry: () => {},
};
const needs = {
  allowance: localAllowance(500, surroundings.now),
  surroundings,
  stagingFolder,
  timeoutMs: 300,
};
const sources: Source[] = [
  businessCentralSource(booksAccess(books), needs),
  partnerCenter(portalAccess(portal), {
    ...needs,
    refreshTokens: {
      read: async () => portal.application.refreshTokens[0] ?? '',
      keep: async () => {},
    },
  }).source,
];

const night = nightInMemory();
const stores = await azurite.open();
const live: NightNeeds = { ...night.needs, ...stores, sources };

async function run(asOf: string) {
  night.now = `${asOf}T02:00:00Z`;
  const { id } = await startNight(live, asOf);
  while (await workOnce(night.memory, live));
  const stored = await live.runs.load(id);
  if (stored === undefined) throw new Error('the run is gone');
  return await readReport(stored.value, live);
}

const tenants = (): string[] => portal.world.customers.map(({ id }) => id);
const [STRANGER = ''] = tenants().slice(6);

const idOf = (at: number): string => String(books.books.customers[at]?.['number']);

describe('nights over Business Central and Partner Center', () => {
  test('show spend beside receivables of the same customer, matched by domain', async () => {
    const report = await run('2026-05-19');

    expect(report.run).toMatchObject({ status: 'completed' });
    const owing = report.aging.map(({ customerId }) => customerId);
    const spending = report.exposure.length + report.budgets.length;
    expect(owing).toEqual(books.books.customers.map(({ number }) => number));
    expect(spending).toBeGreaterThan(0);
    expect(
      report.budgets.every(({ customerId }) => [...owing, ...tenants()].includes(customerId)),
    ).toBe(true);
    expect(report.budgets.some(({ customerId }) => owing.includes(customerId))).toBe(true);
  });

  test('leave alone what the books say is in dispute, or promised', async () => {
    const runId = present(await live.desk.nightOn(undefined));
    const [rows = []] = await live.desk.chunks(runId, 'name', 0, 1);
    const [first, agreed] = [0, AGREED].map((at) =>
      present(rows.find(({ customerId }) => customerId === idOf(at))),
    );

    expect(first).toMatchObject({ stage: 'suspension-proposed', accountManager: 'Ana Vos' });
    expect(agreed?.flags).toContain('disputed');
    expect(agreed).toMatchObject({ stage: null, because: expect.stringContaining('2026-06-30') });
  });

  test('list what does not match on both sides', async () => {
    const report = await run('2026-05-20');

    expect(report.unowned.map(({ customerId }) => customerId)).toEqual([STRANGER]);
    expect(report.withoutTenant).toMatchObject([{ customerId: idOf(6), name: 'No Tenant BV' }]);
  });

  test('follow an entry, and count a day by what the month has grown by', async () => {
    await stores.directory.save(
      undefined,
      DirectoryEntry.parse({
        customerId: idOf(6),
        tenantIds: [STRANGER],
        by: 'anna',
        at: '2026-05-20T09:00:00Z',
      }),
    );
    portal.advance();
    portal.advance();

    const report = await run('2026-05-21');

    expect(report.withoutTenant).toEqual([]);
    expect(report.unowned).toEqual([]);
    expect(report.run.status).toBe('completed');
  });

  test.each(['tables 1', 'tables 2'])(
    'with any fault of either (%s) lose nobody, and say what is missing',
    async (seed) => {
      books.faults = faultsAtRandom(`${seed} books`, 0.35);
      portal.faults = faultsAtRandom(`${seed} portal`, 0.35);
      portal.advance();

      const report = await run(portal.world.today);

      books.faults = noFaults;
      portal.faults = noFaults;
      const failed = report.run.status === 'completed' ? '' : report.run.because;
      expect(night.memory.lost).toEqual([]);
      expect(report.totals).toMatchObject({ failed: 0 });
      expect(failed).toMatch(/^$|^Cannot (read|sign in)/);
      // Of a source that could not be read, what it last said is there.
      expect(report.aging.map(({ customerId }) => customerId)).toEqual(
        books.books.customers.map(({ number }) => number),
      );
      expect(report.budgets.length).toBeGreaterThan(0);
      expect(JSON.stringify(report)).not.toMatch(/fake-(secret|refresh|account|application)/);
    },
  );

  test('write no facts of anybody of whom nothing has changed', async () => {
    const today = portal.world.today;
    await run(today);
    const before = await requestsOf(async () => void (await run(today)));
    const report = await run(today);

    expect(report.totals?.failed).toBe(0);
    expect(before.all).toBeLessThan(150);
  });
});
