import { describe, expect, test } from 'vitest';
import { queryCustomers } from '../../../shared/run/desk/query-customers.ts';
import { present } from '../../contracts/run-builders.ts';
import { statesOf } from '../outcome.ts';
import { runNight } from '../run-night.ts';
import { BY_ID, entry, joinedNight, portalOn, reportOf, STRANGER } from './joined-world.ts';

const spentBy = (report: Awaited<ReturnType<typeof reportOf>>): string[] =>
  report.budgets.map(({ customerId, spent, crossed }) => `${customerId} ${spent} ${crossed}`);

describe('a night of books and a portal', () => {
  test('a tenant’s spend is the customer’s that names its id, or alone has its domain', async () => {
    const night = joinedNight();

    await runNight(night);

    const report = await reportOf(night);
    expect(report.run.status).toBe('completed');
    expect(report.totals).toMatchObject({ spendRows: 3, later: 0 });
    expect(spentBy(report)).toEqual([
      'by-domain 85.00 80',
      'by-id 85.00 80',
      't-stranger 85.00 80',
    ]);
    expect(report.aging.map(({ customerId, open }) => `${customerId} ${open}`)).toEqual([
      'by-domain 100.00',
      'by-id 100.00',
      'no-tenant 100.00',
    ]);
  });

  test('west of Greenwich a portal is a day ahead each evening, and none of its days is lost', async () => {
    const night = joinedNight();
    night.portal.customers = portalOn('2026-03-18', 8_500);
    await runNight(night, '2026-03-17');
    expect(spentBy(await reportOf(night))).toEqual([
      'by-domain 80.27 80',
      'by-id 80.27 80',
      't-stranger 80.27 80',
    ]);

    night.portal.customers = portalOn('2026-03-19', 9_000);
    await runNight(night, '2026-03-18');

    expect(spentBy(await reportOf(night))).toEqual([
      'by-domain 85.00 80',
      'by-id 85.00 80',
      't-stranger 85.00 80',
    ]);
  });

  test('what does not match is listed on both sides, and evaluated alone', async () => {
    const night = joinedNight();

    const { delivered } = await runNight(night);

    const report = await reportOf(night);
    expect(report.unowned).toMatchObject([{ customerId: STRANGER, spent: '85.00' }]);
    expect(report.withoutTenant).toEqual([
      {
        customerId: 'no-tenant',
        name: 'NO-TENANT',
        currency: 'EUR',
        open: '100.00',
        because:
          'no tenant is known to be its: enter its tenant id in the books or in the directory',
      },
    ]);
    const summary = JSON.stringify(delivered.find(([, { kind }]) => kind === 'summary'));
    expect(summary).toContain('no-tenant');
  });

  test('both sides are found in the list of customers, by a flag each', async () => {
    const night = joinedNight();

    await runNight(night);

    const { desk } = night.needs;
    const runId = present(await desk.nightOn(undefined));
    const shown = present(await desk.night(runId));
    const flagged = async (flag: 'unowned' | 'without-tenant'): Promise<string[]> => {
      const place = { runId, sort: 'name', passed: 0 } as const;
      const query = { order: 'ascending', limit: 9, flag } as const;
      const { rows } = await queryCustomers(query, place, shown, desk);
      return rows.map(({ customerId }) => customerId);
    };
    expect(await flagged('unowned')).toEqual([STRANGER]);
    expect(await flagged('without-tenant')).toEqual(['no-tenant']);
  });

  test('a tenant id that is mistyped in the books is named, and its owner has no tenant', async () => {
    const night = joinedNight();
    night.world.customers = night.world.customers.map((each) =>
      'customer' in each && each.customer.customerId === 'by-id'
        ? { ...each, customer: { ...each.customer, tenantIds: ['t-mistyped'] } }
        : each,
    );
    night.world.identities = night.world.identities?.map((each) =>
      each.id === 'by-id' ? { ...each, tenantIds: ['t-mistyped'] } : each,
    );

    await runNight(night);

    const { withoutTenant, unowned } = await reportOf(night);
    expect(withoutTenant.map(({ because }) => because)).toContain(
      'its tenant t-mistyped is not among those that partner-center lists: correct the id where it was entered',
    );
    expect(unowned.map(({ customerId }) => customerId)).toContain(BY_ID);
  });

  test('a day costs what the month has grown by since the night before', async () => {
    const night = joinedNight();
    await runNight(night);
    night.portal.customers = portalOn('2026-03-17', 9_000);

    await runNight(night, '2026-03-18');

    expect(spentBy(await reportOf(night))[1]).toBe('by-id 90.00 80');
    const state = night.memory.states.get('by-id')?.value.state;
    expect(state?.readings).toEqual({
      [`partner-center|${BY_ID}`]: [
        { currency: 'EUR', from: '2026-03-16', minorUnits: [8_500, 9_000] },
      ],
    });
  });

  test('a night that is run again keeps and tells the same', async () => {
    const night = joinedNight();
    const first = await runNight(night);
    night.now = '2026-03-17T05:00:00Z';

    const second = await runNight(night);

    expect(statesOf(second)).toEqual(statesOf(first));
    expect(second.delivered).toEqual(first.delivered);
  });
});

describe('a match that appears, or goes', () => {
  test('takes along what was spent and told, and leaves nothing behind', async () => {
    const night = joinedNight();
    await runNight(night);
    await night.needs.directory.save(undefined, entry('no-tenant', STRANGER));
    night.portal.customers = portalOn('2026-03-17', 8_700);

    await runNight(night, '2026-03-18');

    const report = await reportOf(night);
    expect(spentBy(report)).toContain('no-tenant 87.00 80');
    expect(report.unowned).toEqual([]);
    expect(report.withoutTenant).toEqual([]);
    expect(report.totals).toMatchObject({ customers: 3, failed: 0 });
    const { state, last } = night.memory.states.get('no-tenant')?.value ?? {};
    expect(state?.readings).toMatchObject({
      [`partner-center|${STRANGER}`]: [{ minorUnits: [8_500, 8_700] }],
    });
    expect(last?.night.notices.filter(({ kind }) => kind === 'budget')).toEqual([]);
  });

  test('goes back to the tenant alone when the entry is removed, and counts once', async () => {
    const night = joinedNight();
    await runNight(night);
    const saved = await night.needs.directory.save(undefined, entry('no-tenant', STRANGER));
    await runNight(night, '2026-03-18');
    await night.needs.directory.remove(saved);
    night.portal.customers = portalOn('2026-03-18', 8_800);

    await runNight(night, '2026-03-19');

    const report = await reportOf(night);
    expect(spentBy(report)).toEqual([
      'by-domain 88.00 80',
      'by-id 88.00 80',
      't-stranger 88.00 80',
    ]);
    expect(report.unowned).toMatchObject([{ customerId: STRANGER, spent: '88.00' }]);
    expect(report.withoutTenant).toMatchObject([{ customerId: 'no-tenant' }]);
    const left = night.memory.states.get('no-tenant')?.value.state?.readings ?? {};
    expect(Object.keys(left)).toEqual([]);
  });

  test('two tenants with one domain are nobody’s, and the report says between whom', async () => {
    const night = joinedNight();
    night.portal.identities = night.portal.identities?.map((each) => ({
      ...each,
      domains: ['contoso.example'],
    }));

    await runNight(night);

    const { findings, unowned } = await reportOf(night);
    expect(unowned.map(({ customerId }) => customerId)).toEqual(['t-by-domain', STRANGER]);
    expect(findings.map(({ text }) => text)).toContain(
      't-stranger (t-stranger) is matched with nobody because t-by-domain and t-stranger share a domain or registration number with by-domain: say in the directory who it is',
    );
  });
});

describe('a source that cannot be read', () => {
  test('is quoted as it last was, for the customers that it was found to be', async () => {
    const night = joinedNight();
    await runNight(night);
    const [books, portal] = night.needs.sources;
    if (books === undefined || portal === undefined) throw new Error('there are two sources');
    const broken = {
      ...portal,
      open: async () => {
        throw new Error('the portal is down');
      },
    };

    await runNight(night, '2026-03-18', { ...night.needs, sources: [books, broken] });

    const report = await reportOf(night);
    expect(report.run.status).toBe('completed-with-failures');
    expect(spentBy(report)).toEqual(['by-domain 85.00 80', 'by-id 85.00 80']);
    expect(report.withoutTenant).toEqual([]);
  });

  test('a customer that its source tells of no more is not evaluated on what it once said', async () => {
    const night = joinedNight();
    await runNight(night);
    night.world.customers = night.world.customers.slice(0, 1);
    night.world.identities = night.world.identities?.slice(0, 1) ?? [];

    await runNight(night, '2026-03-18');

    const report = await reportOf(night);
    expect(report.aging.map(({ customerId }) => customerId)).toEqual(['by-domain']);
    expect(report.unowned.map(({ customerId }) => customerId)).toEqual([BY_ID, STRANGER]);
    expect(night.memory.facts.entries().some(([key]) => key.includes('no-tenant'))).toBe(false);
  });
});
