import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../local/simulate/replay.ts';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import { anyFacts, anyPolicyRules } from '../arbitraries.ts';
import { arrangement, day, invoice, payment } from '../builders.ts';
import { nightInMemory } from './in-memory/night.ts';
import { owes, POLICY } from './portfolio.ts';
import { runNight } from './run-night.ts';

const everyone = ['account-manager', 'customer'];
const KNOBS = {
  ...POLICY,
  contact: { minDaysBetween: 3, workingDaysOnly: true },
  dunning: {
    default: {
      graceDays: 1,
      promises: { toleranceDays: 2, whenBroken: 'raise-stage' },
      stages: [
        { name: 'reminder', afterDays: 3, tell: everyone, repeatEveryDays: 4, repeatAtMost: 1 },
        { name: 'final', afterDays: 12, tell: everyone, letter: 'final-notice' },
        {
          name: 'suspension',
          afterDays: 16,
          requires: { stage: 'final', deliveredDaysAgo: 5 },
        },
      ],
    },
  },
};

/** They pay in part, promise, are held, or owe on; none is there before the first night. */
const CUSTOMERS = [
  owes('owes', '2026-03-05'),
  owes('owed-long', '2026-01-05'),
  owes('pays', '2026-03-05', {
    payments: [payment({ invoiceId: 'INV-pays', minorUnits: 10_000, paidOn: '2026-03-21' })],
  }),
  owes('promises', '2026-03-05', {
    arrangements: [arrangement('promise', { from: '2026-03-10', until: '2026-03-19' })],
  }),
  owes('is-held', '2026-03-01', {
    arrangements: [arrangement('hold', { from: '2026-03-16', until: '2026-03-24' })],
  }),
  owes('owes-twice', '2026-03-05', {
    invoices: [
      invoice({ invoiceId: 'INV-1', dueOn: '2026-03-05' }),
      invoice({ invoiceId: 'INV-2', dueOn: '2026-03-12', currency: 'SEK' }),
    ],
  }),
];

test('replaying nights is running them one by one through storage', async () => {
  const night = nightInMemory();
  night.policyText = JSON.stringify(KNOBS);
  night.world.customers = CUSTOMERS;
  const days = Array.from({ length: 30 }, (_, at) => addDays(day('2026-03-09'), at));
  const policy = parsePolicy(night.policyText, 'policy.json');
  const replayed = CUSTOMERS.map((facts) => [...replay(facts, days, policy)]);

  for (const [at, asOf] of days.entries()) {
    night.world.newestAt = new Date(`${asOf}T00:00:00Z`);
    await runNight(night, asOf);

    for (const nights of replayed) {
      const decided = nights[at];
      const stored = night.memory.states.get(`${decided?.night.customer.customerId}`)?.value;
      expect(stored?.state).toEqual(decided?.next);
      expect(stored?.last?.night).toMatchObject({
        notices: decided?.night.notices,
        suppressed: decided?.night.suppressed,
      });
    }
  }
  const stages = replayed.map((nights) => nights.at(-1)?.night.accounts.map(({ stage }) => stage));
  expect(stages).toEqual([
    ['suspension'],
    ['suspension'],
    [undefined],
    ['suspension'],
    ['suspension'],
    ['suspension', 'suspension'],
  ]);
}, 60_000);

/** Whole nights are slow, so few are run, over ladders and customers of any kind. */
test('whatever the customer and the ladder, a replay agrees with storage', async () => {
  await fc.assert(
    fc.asyncProperty(anyFacts, anyPolicyRules, async (facts, rules) => {
      const night = nightInMemory();
      night.policyText = JSON.stringify(rules);
      night.world.customers = [facts];
      const days = Array.from({ length: 12 }, (_, at) => addDays(day('2026-02-05'), at * 4));
      const replayed = [...replay(facts, days, parsePolicy(night.policyText, 'policy.json'))];

      for (const [at, asOf] of days.entries()) {
        night.world.newestAt = new Date(`${asOf}T00:00:00Z`);
        await runNight(night, asOf);

        const stored = night.memory.states.get('C-1')?.value;
        expect(stored?.state?.accounts).toEqual(replayed[at]?.next.accounts);
        expect(stored?.last?.night.notices).toEqual(replayed[at]?.night.notices);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
