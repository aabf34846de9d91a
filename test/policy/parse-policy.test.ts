import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';

const problemsOf = (policy: unknown): string => {
  try {
    parsePolicy(JSON.stringify(policy), 'policy.json');
    return 'none';
  } catch (error) {
    return String(error);
  }
};

describe('parsePolicy', () => {
  test('an empty policy has a default for everything', () => {
    const policy = parsePolicy('{}', 'policy.json');

    expect(policy.aging.bucketDays).toEqual([30, 60, 90]);
    expect(policy.dunning.default.stages.map(({ name, afterDays }) => [name, afterDays])).toEqual([
      ['reminder', 3],
      ['second-notice', 10],
      ['final-notice', 21],
      ['suspension-proposed', 30],
    ]);
    expect(policy.budgets.thresholds).toEqual([50, 80, 100, 120]);
  });

  test('a policy that names other ladders keeps the default one', () => {
    const policy = parsePolicy('{"dunning":{"key-accounts":{"scope":"invoice"}}}', 'policy.json');

    expect(Object.keys(policy.dunning)).toEqual(['default', 'key-accounts']);
  });

  test('amounts become minor units of their own currency', () => {
    const tolerance = { EUR: '0.10', JPY: '150', KWD: '0.005' };
    const policy = parsePolicy(JSON.stringify({ dunning: { default: { tolerance } } }), 'p');

    expect(policy.dunning.default.tolerance).toEqual({ EUR: 10, JPY: 150, KWD: 5 });
  });

  test.each([
    {
      policy: { dunning: { default: { stages: [{ name: 'a', afterDay: 3, afterDays: 3 }] } } },
      says: 'dunning.default.stages[0].afterDay: is not a key of the policy',
    },
    { policy: { agin: {} }, says: 'agin: is not a key of the policy' },
    {
      policy: { dunning: { default: { tolerance: { EUR: '0.105' } } } },
      says: 'dunning.default.tolerance.EUR: "0.105" has more decimals than the 2 of EUR',
    },
    {
      policy: {
        dunning: {
          default: {
            stages: [
              { name: 'a', afterDays: 1 },
              { name: 'a', afterDays: 2 },
            ],
          },
        },
      },
      says: 'dunning.default.stages: names a stage twice',
    },
    {
      policy: { reseller: { timeZone: 'Mars/Olympus' } },
      says: 'reseller.timeZone: expected an IANA time zone',
    },
    { policy: { aging: { bucketDays: [60, 30] } }, says: 'aging.bucketDays: expected days in asc' },
    { policy: [], says: '(the whole file)' },
  ])('$policy is refused, and the key is named: $says', ({ policy, says }) => {
    expect(problemsOf(policy)).toContain('Cannot use the policy "policy.json"');
    expect(problemsOf(policy)).toContain(says);
  });

  test('all that is wrong is named at once', () => {
    const says = problemsOf({ agin: {}, contact: { minDaysBetween: -1 } });

    expect(says).toContain('agin');
    expect(says).toContain('contact.minDaysBetween');
  });

  test('a file that is no JSON says so', () => {
    expect(() => parsePolicy('{', 'p.json')).toThrow(
      'Cannot read the policy "p.json" because it is not JSON',
    );
  });
});
