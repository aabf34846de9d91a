import { expect, test } from 'vitest';
import { currenciesNobodyHas } from '../../shared/policy/currencies-nobody-has.ts';
import { Policy } from '../../shared/policy/policy.ts';

const named = Policy.parse({
  dunning: {
    strict: {
      tolerance: { CHF: '1' },
      lateFees: { kind: 'fixed', amounts: { NOK: '90' } },
      stages: [
        { name: 'reminder', afterDays: 3 },
        { name: 'final', afterDays: 9, when: { overdueAtLeast: { JPY: '500', KWD: '5' } } },
      ],
    },
    law: { lateFees: { kind: 'statutory', compensation: { DKK: '310' } } },
  },
});

test('an amount for nobody is named, with its key and what to write instead', () => {
  expect(currenciesNobodyHas(named, new Set(['SEK', 'EUR'])).map(({ text }) => text)).toEqual([
    'dunning.strict.tolerance.CHF: no customer has CHF: write one of EUR, SEK, or take it out',
    'dunning.strict.stages[1].when.overdueAtLeast.JPY: no customer has JPY: write one of EUR, SEK, or take it out',
    'dunning.strict.stages[1].when.overdueAtLeast.KWD: no customer has KWD: write one of EUR, SEK, or take it out',
    'dunning.strict.lateFees.amounts.NOK: no customer has NOK: write one of EUR, SEK, or take it out',
    'dunning.law.lateFees.compensation.DKK: no customer has DKK: write one of EUR, SEK, or take it out',
  ]);
});

test('of these only the threshold lets a stage do what was not meant', () => {
  const thresholds = currenciesNobodyHas(named, new Set(['EUR'])).filter(
    (each) => each.isThreshold,
  );

  expect(thresholds.map(({ text }) => text.split(':')[0])).toEqual([
    'dunning.strict.stages[1].when.overdueAtLeast.JPY',
    'dunning.strict.stages[1].when.overdueAtLeast.KWD',
  ]);
});

test('amounts that somebody has one of are fine, so that portfolios share a policy', () => {
  const some = new Set(['CHF', 'NOK', 'JPY', 'DKK']);

  expect(currenciesNobodyHas(named, some)).toEqual([]);
  expect(currenciesNobodyHas(Policy.parse({}), new Set())).toEqual([]);
});
