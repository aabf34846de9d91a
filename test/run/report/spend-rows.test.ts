import { expect, test } from 'vitest';
import { replay } from '../../../local/simulate/replay.ts';
import { simulatedLines } from '../../../local/simulate/simulated-line.ts';
import { addSpendRows, type SpendRows } from '../../../shared/run/report/spend-rows.ts';
import { arrangement, budget, day, facts, policy } from '../../builders.ts';
import { everyDay, nightOf, nightsOver } from '../../decisions/spend/spend-nights.ts';

const rules = policy({ stages: [] });
const NIGHT = '2026-03-17';
const spike = (date: string) => (date === '2026-03-16' ? 20_000 : 5_000);
const customer = facts({
  spend: [
    ...everyDay('2026-01-01', NIGHT, spike, { service: 'Storage' }),
    ...everyDay('2026-03-01', '2026-03-10', 100, { currency: 'JPY' }),
  ],
  budgets: [budget(100_000)],
  arrangements: [arrangement('fraud-case', { from: '2026-03-16' })],
  customer: { creditLimitMinorUnits: 300_000 },
});

function rowsOf(night: ReturnType<typeof nightOf>): SpendRows {
  const rows: SpendRows = { budgets: [], exposure: [], anomalies: [], refunds: [], findings: [] };
  addSpendRows(rows, night);
  return rows;
}

test('the report has a row for everything spend is judged by, in decimal text', () => {
  const rows = rowsOf(nightOf(nightsOver(customer, rules, ['2026-03-01', NIGHT])));
  const owner = { customerId: 'C-1', name: 'Contoso' };

  expect(rows.budgets).toMatchObject([
    { ...owner, month: '2026-03', budget: '1000.00', spent: '1000.00', percent: 100, crossed: 100 },
  ]);
  expect(rows.budgets[0]).toMatchObject({ forecast: '2262.50', lastError: null, restated: false });
  expect(rows.exposure).toMatchObject([
    { ...owner, currency: 'EUR', uninvoiced: '2400.00', limit: '3000.00', crossed: 100 },
    { ...owner, currency: 'JPY', uninvoiced: '1000', limit: null, percent: null },
  ]);
  expect(rows.anomalies).toMatchObject([
    { ...owner, kind: 'anomaly', startedOn: '2026-03-16', amount: '200.00', usual: '50.00' },
    { ...owner, currency: 'JPY', kind: 'unknown', amount: null, shape: null },
  ]);
  expect(rows.refunds).toEqual([
    { ...owner, from: '2026-03-16', lastDay: '2026-05-15', daysLeft: 59 },
  ]);
});

test('what is odd and no alert is a finding of its customer, on the night it is told', () => {
  const first = rowsOf(nightOf(nightsOver(customer, rules, ['2026-03-01', '2026-03-01'])));
  const later = rowsOf(nightOf(nightsOver(customer, rules, ['2026-03-01', '2026-03-02'])));

  expect(first.findings.map(({ source, customerId, kind }) => [source, customerId, kind])).toEqual([
    ['spend', 'C-1', 'currency-mismatch'],
    ['spend', 'C-1', 'currency-mismatch'],
    ['spend', 'C-1', 'first-usage'],
  ]);
  expect(first.findings[0]?.text).toMatch(/^Contoso: the budget is in EUR/);
  expect(later.findings).toEqual([]);
});

test('simulate shows the same figures, and a line for a currency that is only spent in', () => {
  const nights = [...replay(customer, [day('2026-03-16'), day(NIGHT)], rules)];
  const lines = nights.slice(1).flatMap((each) => simulatedLines(each));
  const [night] = nights.slice(1).map((each) => each.night);
  const rows = night && rowsOf(night);

  expect(lines.map(({ currency, open, stage }) => [currency, open, stage])).toEqual([
    ['EUR', '0.00', null],
    ['JPY', '0', null],
  ]);
  const owner = { customerId: 'C-1', name: 'Contoso' };
  expect(lines[0]?.budgets?.map((each) => ({ ...owner, ...each }))).toEqual(rows?.budgets);
  expect({ ...owner, ...lines[0]?.exposure }).toEqual(rows?.exposure[0]);
  expect(lines[0]?.anomalies?.map((each) => ({ ...owner, ...each }))).toEqual([rows?.anomalies[0]]);
  expect(lines[0]?.notices.map(({ kind }) => kind)).toContain('anomaly');
});
