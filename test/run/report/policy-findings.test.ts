import { expect, test } from 'vitest';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { facts, invoice } from '../../builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { PORTFOLIO } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

const OPERATOR = 'ops@kestrel.example';

const stageFrom = (overdueAtLeast: Record<string, string>) => ({
  reseller: { operatorEmail: OPERATOR },
  dunning: { default: { stages: [{ name: 'reminder', afterDays: 3, when: { overdueAtLeast } }] } },
});

async function nightWith(policy: object, customers = PORTFOLIO) {
  const night = nightInMemory();
  night.world.customers = customers;
  night.policyText = JSON.stringify(policy);
  const { delivered } = await runNight(night);
  const [run] = await night.needs.runs.recent(1);
  if (run === undefined) throw new Error('there is no run');
  const summary = delivered.map(([, email]) => email).find(({ kind }) => kind === 'summary');
  return { report: await readReport(run, night.needs), summary: JSON.stringify(summary) };
}

test('a threshold that holds for nobody is told the operator, and the night is done all the same', async () => {
  const text =
    'dunning.default.stages[0].when.overdueAtLeast.KWD: no customer has KWD: write one of EUR, or take it out';

  const { report, summary } = await nightWith(stageFrom({ KWD: '5' }));

  expect(report.run.status).toBe('completed');
  expect(report.findings).toContainEqual({ source: 'policy', text });
  expect(summary).toContain(`policy: ${text}`);
});

test('one that holds for somebody is no finding, whatever other currencies it names', async () => {
  const { report, summary } = await nightWith(stageFrom({ KWD: '5', EUR: '5' }));

  expect(report.findings.filter(({ source }) => source === 'policy')).toEqual([]);
  expect(summary).not.toContain('KWD');
});

test('a ladder that customers name and the policy lacks is told, also of one who owes nothing', async () => {
  const text =
    'dunning.key-acounts: is the policy of c-1, c-2, c-3, c-4, c-5 and 1 more, and not there: nobody duns them until you add it or they name another';
  const named = (customerId: string) => ({ customerId, policy: 'key-acounts' });
  const owing = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5'].map((customerId) =>
    facts({ customer: named(customerId), invoices: [invoice({ invoiceId: `INV-${customerId}` })] }),
  );

  const { report, summary } = await nightWith({ reseller: { operatorEmail: OPERATOR } }, [
    ...owing,
    facts({ customer: named('c-6') }),
  ]);

  expect(report.findings).toEqual([{ source: 'policy', text }]);
  expect(summary).toContain(`policy: ${text}`);
});

test('that nobody hears how a night went is a finding until somebody is named', async () => {
  const { report } = await nightWith({});

  expect(report.findings).toContainEqual({
    source: 'policy',
    text: 'reseller.operatorEmail: is not set, so nobody hears how a night went, nor that one did not come: name somebody',
  });
});
