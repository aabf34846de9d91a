import { expect, test } from 'vitest';
import { currenciesNobodyHas } from '../../shared/policy/currencies-nobody-has.ts';
import { Policy } from '../../shared/policy/policy.ts';

const named = Policy.parse({
  dunning: {
    strict: {
      tolerance: { EUR: '1', CHF: '1' },
      lateFees: { kind: 'fixed', amounts: { SEK: '100', NOK: '90' } },
      stages: [
        { name: 'reminder', afterDays: 3 },
        { name: 'final', afterDays: 9, when: { overdueAtLeast: { JPY: '500', EUR: '5' } } },
      ],
    },
    law: { lateFees: { kind: 'statutory', compensation: { DKK: '310' } } },
  },
});

test('every amount in a currency that nobody has is named, with its key', () => {
  expect(currenciesNobodyHas(named, new Set(['EUR', 'SEK']))).toEqual([
    'dunning.strict.tolerance.CHF: no customer has CHF: write one of EUR, SEK, or take it out',
    'dunning.strict.stages[1].when.overdueAtLeast.JPY: no customer has JPY: write one of EUR, SEK, or take it out',
    'dunning.strict.lateFees.amounts.NOK: no customer has NOK: write one of EUR, SEK, or take it out',
    'dunning.law.lateFees.compensation.DKK: no customer has DKK: write one of EUR, SEK, or take it out',
  ]);
});

test('a policy that names only what customers have is fine', () => {
  const all = new Set(['EUR', 'SEK', 'CHF', 'NOK', 'JPY', 'DKK', 'USD']);

  expect(currenciesNobodyHas(named, all)).toEqual([]);
  expect(currenciesNobodyHas(Policy.parse({}), new Set())).toEqual([]);
});
