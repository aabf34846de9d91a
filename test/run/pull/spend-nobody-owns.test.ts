import { describe, expect, test } from 'vitest';
import type { SourceFacts } from '../../../shared/ledger/source-facts.ts';
import { SourceError } from '../../../shared/run/errors.ts';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { budget, spend } from '../../builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { inMemorySource, type World } from '../in-memory/source.ts';
import { id, owes, PORTFOLIO } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

const charged = (
  customerId: string,
  ...rows: readonly ReturnType<typeof spend>[]
): SourceFacts => ({
  customerId: id(customerId),
  name: customerId.toUpperCase(),
  spend: [...rows],
});

/** A night of two sources: the books, and what the provider charges. */
function nightWithCosts(costs: World) {
  const night = nightInMemory();
  const sources = [...night.needs.sources, inMemorySource('focus', costs)];
  return Object.assign(night, { needs: { ...night.needs, sources } });
}

const reportOf = async (night: ReturnType<typeof nightWithCosts>) => {
  const [run] = await night.needs.runs.recent(1);
  if (run === undefined) throw new Error('there is no run');
  return readReport(run, night.needs);
};

describe('a night of books and charges', () => {
  test('counts what is charged against the budget that the books have', async () => {
    const night = nightWithCosts({ customers: [charged('early', spend('2026-03-06', 700))] });

    await runNight(night);

    const { budgets, unowned } = await reportOf(night);
    expect(budgets).toMatchObject([{ customerId: 'early', spent: '92.00' }]);
    expect(unowned).toEqual([]);
  });

  test('names spend nobody owns in the report and to the operator, and completes', async () => {
    const night = nightWithCosts({
      customers: [
        charged('stranger', spend('2026-03-02', 1_250), spend('2026-03-05', 500, 'USD')),
        charged('zeta', spend('2026-03-03', 50)),
      ],
      findings: ['an export has no rows'],
    });

    const outcome = await runNight(night);

    const report = await reportOf(night);
    const row = { name: 'STRANGER', customerId: 'stranger' };
    expect(report.unowned).toEqual([
      { ...row, currency: 'EUR', spent: '12.50', from: '2026-03-02', through: '2026-03-02' },
      { ...row, currency: 'USD', spent: '5.00', from: '2026-03-05', through: '2026-03-05' },
      expect.objectContaining({ customerId: 'zeta', spent: '0.50' }),
    ]);
    expect(report.findings).toContainEqual({ source: 'focus', text: 'an export has no rows' });
    expect(report.run.status).toBe('completed');
    expect(report.totals).toMatchObject({ customers: PORTFOLIO.length + 2, failed: 0 });
    const summary = outcome.delivered
      .map(([, email]) => email)
      .find(({ kind }) => kind === 'summary');
    expect(summary?.text).toContain('"unowned":[{"currency":"EUR","customers":2,"spent":1300}');
    expect(summary?.text).toContain(
      '"unownedFirst":[{"customerId":"stranger","name":"STRANGER","currency":"EUR","spent":1250}',
    );
    expect(JSON.stringify(summary)).toContain('focus: an export has no rows');
  });

  test('does not know a customer yet whose charges are all dated later', async () => {
    const night = nightWithCosts({ customers: [charged('later', spend('2026-03-18', 100))] });

    await runNight(night);

    const report = await reportOf(night);
    expect(report.totals).toMatchObject({ customers: PORTFOLIO.length, later: 1 });
    expect(report.unowned).toEqual([]);
  });

  test('does not dun a customer that has left the books and is charged still', async () => {
    const night = nightWithCosts({ customers: [charged('gone', spend('2026-03-06', 700))] });
    night.world.customers = [...PORTFOLIO, owes('gone', '2026-02-20')];
    await runNight(night);
    night.world.customers = PORTFOLIO;

    await runNight(night, '2026-03-18');

    const { aging, dunning, unowned } = await reportOf(night);
    expect(aging.find(({ customerId }) => customerId === 'gone')).toMatchObject({ open: '0.00' });
    expect(dunning.find(({ customerId }) => customerId === 'gone')).toMatchObject({ to: null });
    expect(unowned).toMatchObject([{ customerId: 'gone', spent: '7.00' }]);
  });

  test('keeps to what the books last said on a night they cannot be read', async () => {
    const costs = { customers: [charged('early', spend('2026-03-06', 700))] };
    const night = nightWithCosts(costs);
    night.world.customers = [owes('early', '2026-04-10', { budgets: [budget(10_000)] })];
    await runNight(night);
    const books = {
      ...inMemorySource('files', night.world),
      open: async () => {
        throw new SourceError('Cannot read "/data" because it is gone: mount it');
      },
    };
    const sources = [books, inMemorySource('focus', costs)];

    night.now = '2026-03-18T02:00:00Z';
    await runNight(night, '2026-03-18', { ...night.needs, sources });

    const { unowned, budgets, run } = await reportOf(night);
    expect(run.status).toBe('completed-with-failures');
    expect(unowned).toEqual([]);
    expect(budgets).toMatchObject([{ customerId: 'early', spent: '7.00' }]);
  });
});
