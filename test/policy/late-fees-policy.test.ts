import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import { REFERENCE_RATES } from '../../shared/policy/reference-rates.ts';

const parsed = (lateFees: unknown) =>
  parsePolicy(JSON.stringify({ dunning: { default: { lateFees } } }), 'policy.json').dunning.default
    .lateFees;

describe('lateFees', () => {
  test('there are none unless the policy names them', () => {
    expect(parsed(undefined)).toEqual({ kind: 'none' });
  });

  test('statutory is 8 points above the reference rate', () => {
    expect(parsed({ kind: 'statutory' })).toMatchObject({ marginPoints: 8, rates: {} });
  });

  test.each([
    { lateFees: { kind: 'interest' }, says: 'lateFees' },
    { lateFees: { kind: 'percent', percent: 1.23456 }, says: 'lateFees.percent: ' },
    { lateFees: { kind: 'percent', percent: 0 }, says: 'lateFees.percent: ' },
    { lateFees: { kind: 'fixed', amounts: { EUR: '1.234' } }, says: 'lateFees.amounts.EUR: ' },
    { lateFees: { kind: 'statutory', rates: { '2027-13-01': 2 } }, says: 'lateFees.rates' },
    {
      lateFees: { kind: 'statutory', countries: { Germany: { marginPoints: 9 } } },
      says: 'lateFees.countries.Germany',
    },
    {
      lateFees: { kind: 'statutory', margin: 9 },
      says: 'lateFees.margin: is not a key of the policy',
    },
  ])('$lateFees is refused: $says', ({ lateFees, says }) => {
    expect(() => parsed(lateFees)).toThrow(`dunning.default.${says}`);
  });
});

test('reference rates start every half-year from 2013 on, without a gap', () => {
  const days = Object.keys(REFERENCE_RATES);

  expect(days).toEqual(
    days.map((_, at) => `${2013 + Math.floor(at / 2)}-0${at % 2 === 0 ? 1 : 7}-01`),
  );
});
