import { expect, test } from 'vitest';
import { nightInMemory } from '../in-memory/night.ts';
import { deliveredTo, resultsOf } from '../outcome.ts';
import { PORTFOLIO } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

test('a night evaluates every customer once, tells everybody once, and leaves no message', async () => {
  const outcome = await runNight(nightInMemory());

  const { length } = PORTFOLIO;
  expect(outcome.runs).toMatchObject([
    { status: 'completed', customers: length, evaluated: length, failed: 0 },
  ]);
  expect(resultsOf(outcome).map(({ kind }) => kind)).toEqual(Array(length).fill('evaluated'));
  expect(deliveredTo(outcome, 'letter')).toEqual(Array(3).fill('billing@contoso.example'));
  expect(deliveredTo(outcome, 'digest')).toEqual([
    'anna@kestrel.example',
    'ben@kestrel.example',
    'credit@kestrel.example',
  ]);
  expect(deliveredTo(outcome, 'alert')).toEqual([
    'anna@kestrel.example',
    'ben@kestrel.example',
    'credit@kestrel.example',
    'credit@kestrel.example',
  ]);
  expect(deliveredTo(outcome, 'summary')).toEqual(['ops@kestrel.example']);
  expect(deliveredTo(outcome, 'alarm')).toEqual([]);
  expect(outcome.outbox.map(([, { status }]) => status)).toEqual(Array(11).fill('accepted'));
  expect(outcome.runs[0]?.totals).toMatchObject({ emails: 11, invoices: 6, spendRows: 1 });
  expect([outcome.waiting, outcome.lost]).toEqual([[], []]);
});
