import { describe, expect, test } from 'vitest';
import { Identity } from '../../../shared/ledger/identity.ts';
import { MonthToDateReading } from '../../../shared/ledger/spend.ts';
import { focusSource } from '../../../shared/sources/focus/focus-source.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import { budget, facts, invoice } from '../../builders.ts';
import { temporaryFolder } from '../../sources/files/data-folder.ts';
import { charge, costFolder, focusCsv, manifest } from '../../sources/focus/cost-folder.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { inMemorySource, type World } from '../in-memory/source.ts';
import { id } from '../portfolio.ts';
import { runNight } from '../run-night.ts';
import { entry, reportOf } from './joined-world.ts';

const NAMED = '6f0b2c1e-7a54-4a0e-9d51-0f6a3c1b2d77';
const ENTERED = 'c8d1aaaa-7a54-4a0e-9d51-0f6a3c1b2d77';
const STRANGER = '0a4ebbbb-7a54-4a0e-9d51-0f6a3c1b2d77';

/** Owes 100.00 EUR and has a budget of as much. */
const debtor = (customerId: string, known: Record<string, unknown> = {}) =>
  facts({
    customer: { customerId, name: customerId, ...known },
    invoices: [invoice({ invoiceId: `INV-${customerId}`, dueOn: '2026-02-10' })],
    budgets: [budget(10_000)],
  });

/** Books by numbers of their own, and charges by tenant: one that they name, one entered, one unknown. */
function nightOfExports(charges: readonly string[], portal?: World) {
  const night = nightInMemory();
  Object.assign(night.world, {
    customers: [debtor('C-1', { tenantIds: [NAMED.toUpperCase()] }), debtor('C-2')],
    identities: [
      Identity.parse({ id: 'C-1', tenantIds: [NAMED.toUpperCase()] }),
      Identity.parse({ id: 'C-2' }),
    ],
  });
  const path = costFolder({
    'costs/part.csv': focusCsv(...charges),
    'costs/manifest.json': manifest({ blobs: [{ blobName: 'costs/part.csv' }] }),
  });
  const costs = focusSource(directoryFolder(path), { stagingFolder: temporaryFolder() });
  const portals = portal === undefined ? [] : [inMemorySource('partner-center', portal)];
  const sources = [...night.needs.sources, ...portals, costs];
  return Object.assign(night, { needs: { ...night.needs, sources } });
}

const CHARGES = [
  charge({ customer: NAMED, cost: '85.00' }),
  charge({ customer: ENTERED.toUpperCase(), cost: '60.00' }),
  charge({ customer: ENTERED, cost: '25.00', subscription: '/subscriptions/s-2' }),
  charge({ customer: STRANGER, cost: '7.00', name: 'Stranger BV' }),
];

describe('a night of books and exports of cost', () => {
  test('counts charges of a tenant against the budget of the customer that it is', async () => {
    const night = nightOfExports(CHARGES);
    await night.needs.directory.save(undefined, entry('C-2', ENTERED));

    await runNight(night);

    const { budgets, aging, unowned, run } = await reportOf(night);
    expect(run.status).toBe('completed');
    expect(budgets.map(({ customerId, spent, crossed }) => [customerId, spent, crossed])).toEqual([
      ['C-1', '85.00', 80],
      ['C-2', '85.00', 80],
    ]);
    expect(aging.map(({ customerId, open }) => [customerId, open])).toEqual([
      ['C-1', '100.00'],
      ['C-2', '100.00'],
    ]);
    expect(unowned).toMatchObject([
      { customerId: STRANGER, name: 'Stranger BV', spent: '7.00', currency: 'EUR' },
    ]);
  });

  test('lists a tenant that nobody is known to be, until it is entered, and counts it once', async () => {
    const night = nightOfExports(CHARGES);
    await runNight(night);
    const before = await reportOf(night);
    await night.needs.directory.save(undefined, entry('C-2', ENTERED));

    await runNight(night, '2026-03-18');

    const after = await reportOf(night);
    expect(before.unowned.map(({ customerId }) => customerId)).toEqual([STRANGER, ENTERED]);
    expect(after.unowned.map(({ customerId }) => customerId)).toEqual([STRANGER]);
    expect(after.budgets.map(({ customerId, spent }) => [customerId, spent])).toEqual([
      ['C-1', '85.00'],
      ['C-2', '85.00'],
    ]);
    expect(after.totals).toMatchObject({ customers: 3, failed: 0 });
  });

  test('counts once what Partner Center tells of the same month as well', async () => {
    const night = nightOfExports(CHARGES, {
      customers: [
        {
          customerId: id(NAMED),
          spend: [],
          readings: [
            MonthToDateReading.parse({ date: '2026-03-16', minorUnits: 9_900, currency: 'EUR' }),
          ],
        },
      ],
      identities: [Identity.parse({ id: NAMED, tenantIds: [NAMED] })],
      listsTenants: true,
    });

    await runNight(night);

    const { budgets } = await reportOf(night);
    expect(budgets.find(({ customerId }) => customerId === 'C-1')).toMatchObject({
      spent: '85.00',
    });
  });

  test('does not stop dunning when the exports cannot be read', async () => {
    const night = nightOfExports(['?']);
    const [books, costs] = night.needs.sources;
    if (books === undefined || costs === undefined) throw new Error('there are two sources');
    const gone = {
      ...costs,
      open: async () => {
        throw new Error('the container is gone');
      },
    };

    await runNight(night, '2026-03-17', { ...night.needs, sources: [books, gone] });

    const { run, dunning } = await reportOf(night);
    expect(run.status).toBe('completed-with-failures');
    expect(run.holdStages).toBeUndefined();
    expect(dunning.length).toBeGreaterThan(0);
  });
});
