import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerRow } from '../../../shared/run/desk/customer-row.ts';
import { customerRows } from '../../../shared/run/desk/customer-rows.ts';
import { Highest } from '../../../shared/run/desk/highest.ts';
import { type Place, queryCustomers } from '../../../shared/run/desk/query-customers.ts';
import { policy } from '../../builders.ts';
import { present } from '../../contracts/run-builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { id, owes } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

const NAMES = ['alfa', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf'];

async function listed() {
  const night = nightInMemory();
  night.world.customers = NAMES.map((name, at) => owes(name, `2026-02-${10 + at}`));
  await runNight(night, '2026-03-17');
  const { desk } = night.needs;
  const runId = present(await desk.nightOn(undefined));
  return { desk, runId, shown: present(await desk.night(runId)) };
}

describe('a list of customers', () => {
  test('by pages of any size, in any order, has each customer once', async () => {
    const { desk, runId, shown } = await listed();
    const sorts = fc.constantFrom('name', 'overdue', 'daysPastDue', 'stage');
    const orders = fc.constantFrom('ascending', 'descending');

    await fc.assert(
      fc.asyncProperty(
        sorts,
        orders,
        fc.integer({ min: 1, max: 9 }),
        async (sort, order, limit) => {
          const rows: CustomerRow[] = [];
          let place: Place | undefined = { runId, sort, passed: 0 };
          while (place !== undefined) {
            const found = await queryCustomers({ order, limit }, place, shown, desk);
            expect(found.rows.length).toBeLessThanOrEqual(limit);
            rows.push(...found.rows);
            place = found.next;
          }
          expect(rows.map(({ customerId }) => customerId).toSorted()).toEqual(NAMES);
          const whole = await queryCustomers(
            { order, limit: 99 },
            { runId, sort, passed: 0 },
            shown,
            desk,
          );
          expect(rows).toEqual(whole.rows);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('is searched by part of a name, without case and accents', async () => {
    const { desk, runId, shown } = await listed();
    const place: Place = { runId, sort: 'name', passed: 0 };

    const { rows } = await queryCustomers(
      { order: 'ascending', limit: 9, search: ' CHÁRL' },
      place,
      shown,
      desk,
    );

    expect(rows.map(({ customerId }) => customerId)).toEqual(['charlie']);
  });
});

test('a customer that failed is listed by its id, with why', () => {
  const result = { kind: 'failed', customerId: id('alfa'), because: 'x' } as const;

  const [failed] = customerRows(result, policy());

  expect(failed?.row).toMatchObject({ name: 'alfa', currency: null, flags: ['failed'] });
  expect(failed?.row.because).toBe('x');
});

test('of many the highest are kept, the first of equals first', () => {
  const highest = new Highest<string>(2);
  for (const [item, rank] of [
    ['a', 1],
    ['b', 3],
    ['c', 3],
    ['d', 2],
  ] as const)
    highest.add(item, rank);

  expect(highest.items()).toEqual(['b', 'c']);
});
