import { expect, test } from 'vitest';
import { type AgingTally, addAging, agingLines } from '../../../shared/run/report/aging-tally.ts';
import { aNight, anAccount } from '../../decisions/night-builders.ts';

test('open amounts add up by currency and bucket, in the order of the buckets', () => {
  const tally: AgingTally = new Map();
  const accounts = (...all: [string, Record<string, number>][]) =>
    aNight({ accounts: all.map(([currency, aging]) => anAccount({ currency, aging })) });

  addAging(tally, accounts(['EUR', { current: 100, '1-30': 0 }], ['JPY', { current: 7 }]));
  addAging(tally, accounts(['EUR', { current: 50, '1-30': 25 }]));
  addAging(tally, accounts(['EUR', { current: 0, '1-30': 0 }]));

  expect(agingLines(tally)).toEqual([
    {
      currency: 'EUR',
      customers: 2,
      buckets: [
        ['current', 150],
        ['1-30', 25],
      ],
    },
    { currency: 'JPY', customers: 1, buckets: [['current', 7]] },
  ]);
});
