import { expect, test } from 'vitest';
import { trendsOf } from '../../../shared/decisions/spend/trends.ts';
import { spend } from '../../builders.ts';
import { aNight, aNotice } from '../night-builders.ts';

const told = aNight({ notices: [aNotice({ kind: 'anomaly', stage: 'spike' })] });
const march = (days: number, currency = 'EUR') =>
  Array.from({ length: days }, (_, at) =>
    spend(`2026-03-${String(at + 1).padStart(2, '0')}`, 1_000 + at, currency),
  );

test('a trend is what each day cost through the last that is known, rows of a day added up', () => {
  expect(trendsOf(told, [...march(8), spend('2026-03-08', 500)])).toEqual([
    {
      currency: 'EUR',
      from: '2026-03-01',
      amounts: [1_000, 1_001, 1_002, 1_003, 1_004, 1_005, 1_006, 1_507],
      usual: 1_004,
    },
  ]);
});

test('a day without a row cost nothing that is known', () => {
  const [trend] = trendsOf(told, march(8).toSpliced(2, 1));

  expect(trend?.amounts[2]).toBe(0);
});

test.each([
  { night: told, rows: march(6), because: 'six days show no trend' },
  { night: told, rows: march(8, 'USD'), because: 'nothing is told in dollars' },
  { night: aNight(), rows: march(8), because: 'what is told is not about spend' },
])('there is none where $because', ({ night, rows }) => {
  expect(trendsOf(night, rows)).toEqual([]);
});

test('older days than five weeks, and days after the night, are not in it', () => {
  const rows = [spend('2026-01-01', 9), ...march(17), spend('2026-03-18', 9)];

  expect(trendsOf(told, rows)).toMatchObject([{ from: '2026-03-01', amounts: { length: 17 } }]);
});
