import { expect, test } from 'vitest';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { runNight } from '../run-night.ts';

const stageFrom = (overdueAtLeast: Record<string, string>) => ({
  reseller: { operatorEmail: 'ops@kestrel.example' },
  dunning: { default: { stages: [{ name: 'reminder', afterDays: 3, when: { overdueAtLeast } }] } },
});

async function nightWith(policy: object) {
  const night = nightInMemory();
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
