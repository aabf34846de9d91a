import { describe, expect, test } from 'vitest';
import type { Desk, Sort, SortedRow } from '../../shared/run/desk/desk-port.ts';
import type { Portfolio } from '../../shared/run/desk/portfolio.ts';
import { day } from '../builders.ts';
import { id } from '../run/portfolio.ts';
import { aRun } from './run-builders.ts';

const NOTHING: Portfolio = {
  totals: [],
  ladder: [],
  topExposure: [],
  movements: [],
  moved: 0,
  attention: [],
  asked: 0,
  ending: [],
  noticeCounts: {},
};

function sorted(name: string, currency: string, overdue: number): SortedRow {
  const nulls = { exposure: null, budgetPercent: null, stage: null };
  return {
    row: {
      customerId: id(`id/${name}`),
      name,
      accountManager: null,
      currency,
      open: `${overdue}`,
      overdue: `${overdue}`,
      unapplied: '0',
      aging: {},
      daysPastDue: 0,
      since: null,
      because: 'nothing is open',
      creditLimitPercent: null,
      monthToDate: null,
      budget: null,
      forecast: null,
      flags: [],
      ...nulls,
    },
    keys: { name, overdue, open: overdue, daysPastDue: 0, ...nulls, exposure: null },
  };
}

const RUN = aRun();

/** Every implementation keeps these promises: the one in memory, and the table on Azurite. */
export function keepsADesk(make: () => Promise<Desk>): void {
  async function laidOut(desk: Desk): Promise<void> {
    const writer = desk.open(RUN.id);
    writer.add([sorted('b', 'EUR', 20), sorted('a', 'JPY', 9_000)]);
    writer.add([sorted('c', 'EUR', 300)]);
    await writer.save({ ...NOTHING, moved: 7 });
    writer.close();
  }

  const namesBy = async (desk: Desk, sort: Sort): Promise<string[]> =>
    (await desk.chunks(RUN.id, sort, 0, 9)).flat().map(({ name }) => name);

  describe('what a night lays out', () => {
    test('is not there before it is saved', async () => {
      expect(await (await make()).night(RUN.id)).toBeUndefined();
    });

    test('is there with its number of rows', async () => {
      const desk = await make();
      await laidOut(desk);

      expect(await desk.night(RUN.id)).toMatchObject({ portfolio: { moved: 7 }, rows: 3 });
    });

    test('lists rows in each order, amounts within the currency of most rows last', async () => {
      const desk = await make();
      await laidOut(desk);

      expect(await namesBy(desk, 'name')).toEqual(['a', 'b', 'c']);
      expect(await namesBy(desk, 'overdue')).toEqual(['a', 'b', 'c']);
      expect(await namesBy(desk, 'budgetPercent')).toEqual(['a', 'b', 'c']);
    });

    test('is the same when it is laid out again', async () => {
      const desk = await make();
      await laidOut(desk);
      await laidOut(desk);

      expect(await namesBy(desk, 'name')).toEqual(['a', 'b', 'c']);
    });
  });

  describe('the nights that were shown', () => {
    test('are none at first', async () => {
      expect(await (await make()).nightOn(undefined)).toBeUndefined();
    });

    test('are found by their day, the last, and the one before a day', async () => {
      const desk = await make();
      const [first, second] = [aRun({ asOf: day('2026-03-16') }), RUN];
      await desk.show(second);
      await desk.show(first);

      expect(await desk.nightOn(undefined)).toBe(second.id);
      expect(await desk.nightOn(day('2026-03-16'))).toBe(first.id);
      expect(await desk.nightOn(day('2026-03-15'))).toBeUndefined();
      expect(await desk.nightBefore(day('2026-03-17'))).toBe(first.id);
      expect(await desk.nightBefore(day('2026-03-16'))).toBeUndefined();
    });
  });
}
