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
    expect(policy.budgets.forecast).toEqual({ fromDay: 3, marginPercent: 5 });
    expect(policy.budgets.closesOnDay).toBe(5);
    expect(policy.exposure.thresholds).toEqual([80, 100]);
    expect(policy.anomalies.refundClock.days).toBe(60);
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

  test('addresses may have names, several people and a next contact', () => {
    const operatorEmail = 'Ops <ops@kestrel.example>, anna@kestrel.example; it@kestrel.example';
    const { reseller } = parsePolicy(JSON.stringify({ reseller: { operatorEmail } }), 'p');

    expect(reseller.operatorEmail).toBe(operatorEmail);
  });

  test('a tolerance may be nothing, and not less', () => {
    const tolerating = (amount: string) =>
      JSON.stringify({ dunning: { default: { tolerance: { EUR: amount } } } });

    expect(parsePolicy(tolerating('0'), 'p').dunning.default.tolerance).toEqual({ EUR: 0 });
    expect(() => parsePolicy(tolerating('-0.01'), 'p')).toThrow('EUR: is negative: write "0"');
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
    { policy: { budgets: { pace: { point: [5] } } }, says: 'budgets.pace.point: is not a key' },
    { policy: { budgets: { closesOnDay: 29 } }, says: 'budgets.closesOnDay' },
    { policy: { exposure: { thresholds: [0] } }, says: 'exposure.thresholds[0]' },
    {
      policy: { anomalies: { tellFrom: { JPY: '1.5' } } },
      says: 'anomalies.tellFrom.JPY: "1.5" has more decimals than the 0 of JPY',
    },
    {
      policy: { reseller: { operatorEmail: 'ops@kestrel.example; nobody' } },
      says: 'reseller.operatorEmail: expected an e-mail address such as',
    },
    { policy: { contact: { redirectAllTo: 'me@' } }, says: 'contact.redirectAllTo: expected an' },
    { policy: [], says: '(the whole file): expected object, received array' },
    {
      policy: { dunning: { default: { stages: [{ name: 'a' }] } } },
      says: 'dunning.default.stages[0].afterDays: is missing',
    },
    {
      policy: { dunning: { default: { tolerance: { EU: '1' } } } },
      says: 'dunning.default.tolerance.EU: expected an ISO 4217 currency such as EUR',
    },
  ])('$policy is refused, and the key is named: $says', ({ policy, says }) => {
    expect(problemsOf(policy)).toContain('Cannot use the policy "policy.json"');
    expect(problemsOf(policy)).toContain(says);
  });

  const reminder = { name: 'reminder', afterDays: 3, tell: ['customer'] };
  const final = { name: 'final', afterDays: 21, tell: ['account-manager'] };
  const requiring = (stage: string) => ({
    name: 'suspension',
    afterDays: 30,
    requires: { stage, deliveredDaysAgo: 7 },
  });

  test.each([
    {
      because: 'stages are listed mildest first',
      stages: [reminder, final, { name: 'late', afterDays: 10 }],
      says: 'stages[2].afterDays: 10 comes before the 21 of "final", which is milder: write 21 or more, or list the stages mildest first',
    },
    {
      because: 'one that follows on another does not count from the basis date',
      stages: [
        final,
        { name: 'next', afterDays: 5, since: 'previous-stage' },
        { name: 'last', afterDays: 20 },
      ],
      says: 'stages[2].afterDays: 20 comes before the 21 of "final"',
    },
    {
      because: 'the first follows on nothing',
      stages: [{ ...reminder, since: 'previous-stage' }],
      says: 'stages[0].since: "previous-stage" has no stage before it: write "basis"',
    },
    {
      because: 'a stage does not follow before the one it follows on',
      stages: [reminder, { name: 'next', afterDays: -1, since: 'previous-stage' }],
      says: 'stages[1].afterDays: is negative and counts from the stage before: write 0 or more',
    },
    {
      because: 'what nobody is told cannot be told again',
      stages: [{ ...reminder, tell: [], repeatEveryDays: 7 }],
      says: 'stages[0].repeatEveryDays: repeats what nobody is told: name somebody in tell',
    },
    {
      because: 'no customer has a tag and lacks it',
      stages: [{ ...reminder, when: { tags: ['vip'], withoutTags: ['vip'] } }],
      says: 'stages[0].when.withoutTags: "vip" is in tags too, and no customer both has and lacks it: take it out of one',
    },
    {
      because: 'a required stage must exist',
      stages: [reminder, requiring('last-call')],
      says: 'stages[1].requires.stage: no stage is named "last-call": write "reminder"',
    },
    {
      because: 'and come before',
      stages: [reminder, requiring('later'), { name: 'later', afterDays: 40, tell: ['customer'] }],
      says: 'stages[1].requires.stage: "later" does not come before "suspension": write "reminder"',
    },
    {
      because: 'which it does not do itself',
      stages: [requiring('suspension')],
      says: 'stages[0].requires.stage: "suspension" does not come before "suspension": write the name of a stage before it that tells the customer',
    },
    {
      because: 'a letter is delivered to the customer only',
      stages: [reminder, final, requiring('final')],
      says: 'stages[2].requires.stage: "final" writes no letter: add "customer" to its tell, or write "reminder"',
    },
    {
      because: 'less than nothing cannot be overdue',
      stages: [{ ...reminder, when: { overdueAtLeast: { EUR: '-1' } } }],
      says: 'stages[0].when.overdueAtLeast.EUR: is negative: write "0" or more',
    },
  ])('an impossible ladder is refused: $because', ({ stages, says }) => {
    expect(problemsOf({ dunning: { strict: { stages } } })).toContain(`dunning.strict.${says}`);
  });

  test.each([
    { stages: [], because: 'nobody is ever dunned' },
    { stages: [reminder, { ...final, afterDays: 3 }], because: 'two stages may start on one day' },
    { stages: [{ ...reminder, afterDays: -7 }, final], because: 'a courtesy comes first' },
    { stages: [reminder, final, requiring('reminder')], because: 'what is required lies before' },
  ])('$stages is a ladder: $because', ({ stages }) => {
    expect(problemsOf({ dunning: { default: { stages } } })).toBe('none');
  });

  test.each([
    {
      policy: { dunning: { default: { tolerance: { EUR: '-0.10' } } } },
      says: 'dunning.default.tolerance.EUR: is negative: write "0" or more',
    },
    {
      policy: { dunning: { default: { graceDays: -1 } } },
      says: 'dunning.default.graceDays:',
    },
    {
      policy: { dunning: { default: { promises: { toleranceDays: -1 } } } },
      says: 'dunning.default.promises.toleranceDays:',
    },
    {
      policy: { dunning: { none: {} } },
      says: 'dunning.none: "none" means never to dun, so this ladder would never be climbed: give it another name',
    },
    {
      policy: { reseller: { workingDays: [] } },
      says: 'reseller.workingDays: names no day: nobody would ever be told, so name at least one',
    },
  ])('$says', ({ policy, says }) => {
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
