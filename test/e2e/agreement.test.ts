import { expect, test } from 'vitest';
import { newState, night, run } from './nightly.ts';

const DAYS = ['2026-03-12', '2026-03-17', '2026-04-10'];

test('nightly and simulate agree on every customer, night after night', async () => {
  const state = newState();
  const { stdout } = await run('simulate', ['--on', DAYS.join(','), '--json', '-']);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  for (const day of DAYS) {
    const { report } = await night(state, '--as-of', day);
    const simulated = lines.filter(({ date }) => date === day);

    expect(report.aging).toEqual(
      simulated.map(({ customerId, currency, aging, unapplied, open }) => ({
        customerId,
        currency,
        ...aging,
        unapplied,
        open,
      })),
    );
    expect(
      report.stages.map(({ customerId, currency, stage }) => [customerId, currency, stage]),
    ).toEqual(
      simulated
        .filter(({ stage }) => stage !== null)
        .map(({ customerId, currency, stage }) => [customerId, currency, stage]),
    );
    expect(report.dunning.map(({ from, to, because }) => [from, to, because])).toEqual(
      simulated
        .filter(({ stage, from }) => stage !== from)
        .map(({ from, stage, because }) => [from, stage, because]),
    );
    expect(withoutNames(report.budgets)).toEqual(ofCustomers(simulated, 'budgets'));
    expect(withoutNames(report.exposure)).toEqual(ofCustomers(simulated, 'exposure'));
    expect(withoutNames(report.anomalies)).toEqual(ofCustomers(simulated, 'anomalies'));
    expect(report.exposure.length).toBeGreaterThan(0);
  }
});

/** Simulated lines do not repeat who a customer is. */
const withoutNames = (rows: readonly { readonly name: string }[]) =>
  rows.map(({ name: _, ...row }) => row);

type Line = { readonly customerId: string } & Readonly<Record<string, unknown>>;

const ofCustomers = (lines: readonly Line[], what: string) =>
  lines.flatMap(({ customerId, [what]: figures = [] }) =>
    [figures].flat().map((each) => ({ customerId, ...Object(each) })),
  );
