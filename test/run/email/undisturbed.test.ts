import { expect, test } from 'vitest';
import { nightInMemory } from '../in-memory/night.ts';
import { deliveredTo, resultsOf } from '../outcome.ts';
import { owes, PORTFOLIO } from '../portfolio.ts';
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
  expect(deliveredTo(outcome, 'alert')).toEqual(['ben@kestrel.example']);
  expect(deliveredTo(outcome, 'summary')).toEqual(['ops@kestrel.example']);
  expect(deliveredTo(outcome, 'alarm')).toEqual([]);
  expect(outcome.outbox.map(([, { status }]) => status)).toEqual(Array(8).fill('accepted'));
  expect(outcome.runs[0]?.totals).toMatchObject({ emails: 8, invoices: 6, spendRows: 1 });
  expect([outcome.waiting, outcome.lost]).toEqual([[], []]);
});

test('who was on the last stage before the first night is no alert, and who reaches it later is', async () => {
  const night = nightInMemory();
  night.world.customers = [owes('contoso', '2026-02-10'), owes('adatum', '2026-02-16')];

  const first = await runNight(night, '2026-03-17');
  const second = await runNight(night, '2026-03-18');

  expect(deliveredTo(first, 'alert')).toEqual([]);
  expect(deliveredTo(first, 'digest')).toEqual(['anna@kestrel.example', 'credit@kestrel.example']);
  expect(deliveredTo(second, 'alert')).toEqual(['anna@kestrel.example', 'credit@kestrel.example']);
});
