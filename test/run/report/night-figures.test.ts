import { expect, test } from 'vitest';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { invoice, payment } from '../../builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { owes, POLICY } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

async function reportOf(lateFees: unknown) {
  const night = nightInMemory();
  night.policyText = JSON.stringify({ ...POLICY, dunning: { default: { lateFees } } });
  night.world.customers = [
    owes('adatum', '2026-03-13'),
    owes('contoso', '2026-02-20', {
      invoices: [invoice({ invoiceId: 'INV-contoso', dueOn: '2026-02-20' })],
      payments: [payment({ invoiceId: 'INV-contoso', paidOn: '2026-03-01' })],
    }),
  ];
  await runNight(night);
  const [run] = await night.needs.runs.recent(1);
  return run && (await readReport(run, night.needs));
}

test('the report has the metrics of the portfolio, each with its definition', async () => {
  const report = await reportOf({ kind: 'none' });

  expect(report?.metrics).toHaveLength(7);
  expect(report?.metrics.slice(0, 1)).toEqual([
    {
      currency: 'EUR',
      name: 'DSO',
      value: 72,
      unit: 'days',
      definition: 'Receivables ÷ sales of the last 3 months × 90 days',
    },
  ]);
  expect(report?.metrics.find(({ name }) => name === 'average delay')?.value).toBeNull();
  expect(report?.lateFees).toEqual([]);
});

test('the report has what being late has cost, invoice by invoice', async () => {
  const report = await reportOf({ kind: 'percent', percent: 36.5 });

  expect(report?.lateFees).toEqual([
    {
      customerId: 'adatum',
      currency: 'EUR',
      invoiceId: 'INV-adatum',
      interest: '0.40',
      fixed: '0.00',
      because: '4 days at 36.5 % a year',
    },
    {
      customerId: 'contoso',
      currency: 'EUR',
      invoiceId: 'INV-contoso',
      interest: '1.86',
      fixed: '0.00',
      because: '25 days at 36.5 % a year',
    },
  ]);
});
