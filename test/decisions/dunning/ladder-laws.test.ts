import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageIndex } from '../../../shared/decisions/dunning/ladder.ts';
import { addDays, daysBetween } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { dayOffOn } from '../../../shared/policy/work-calendar.ts';
import { anyFacts, anyPolicy } from '../../arbitraries.ts';
import { day, policy } from '../../builders.ts';
import { type Night, nightsOn } from '../nights.ts';

const days = Array.from({ length: 90 }, (_, at) => addDays(day('2026-01-01'), at));
const isLost = (key: string): boolean => key.length % 4 === 0;
const everyNight = (rows: CustomerFacts, rules: Policy): readonly Night[] =>
  nightsOn(rows, rules, days, isLost);

const ofDunning = ({ night }: Night) =>
  night.notices.filter(({ kind }) => ['dunning', 'promise-broken', 'recovery'].includes(kind));
const stagesOf = ({ dunning }: Policy) => dunning.default.stages;
const isCustomers = ({ dunning }: Policy): boolean => dunning.default.scope === 'customer';

/** The first day on which a letter of a stage was delivered in an episode, of what a night knew. */
function deliveredOn(night: Night, currency: string, stage: string) {
  const episode = night.next.accounts[currency]?.episode;
  const key = `C-1|${currency}|dunning|${stage}|${episode}`;
  return Object.entries(night.circumstances.delivered ?? {})
    .filter(([each]) => each === key || each.startsWith(`${key}|`))
    .map(([, on]) => on)
    .sort()[0];
}

const check = (law: (rows: CustomerFacts, rules: Policy) => void, rules = anyPolicy): void =>
  fc.assert(fc.property(anyFacts, rules, law), { numRuns: 40 });

describe('for any customer and ladder, night after night', () => {
  test('a stage that requires a letter is never entered before it was delivered so long', () => {
    check((rows, rules) => {
      const stages = stagesOf(rules);
      for (const night of everyNight(rows, rules))
        for (const { currency, from, stage } of night.night.accounts) {
          const { requires } = stages[stageIndex(stages, stage)] ?? {};
          if (requires === undefined || stageIndex(stages, stage) <= stageIndex(stages, from))
            continue;
          const on = deliveredOn(night, currency, requires.stage);

          expect(on).toBeDefined();
          if (on !== undefined)
            expect(daysBetween(on, night.night.asOf)).toBeGreaterThanOrEqual(
              requires.deliveredDaysAgo,
            );
        }
    }, anyPolicy.filter(isCustomers));
  });

  test('a stage that others require is never passed over undelivered', () => {
    const afterDays = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 9 }));
    const ladder = fc
      .record({
        days: afterDays,
        deliveredDaysAgo: fc.integer({ min: 0, max: 9 }),
        progression: fc.constantFrom('most-severe', 'one-step'),
      })
      .map(({ days: [first, gap], deliveredDaysAgo, progression }) =>
        policy({
          progression,
          stages: ['a', 'b', 'c', 'd', 'e'].map((name, at) => ({
            name,
            afterDays: first + gap * at,
            tell: ['customer'],
            ...(name === 'd' ? { requires: { stage: 'b', deliveredDaysAgo } } : {}),
          })),
        }),
      );

    check((rows, rules) => {
      const [required, stages] = [1, stagesOf(rules)];
      for (const night of everyNight(rows, rules))
        for (const { currency, from, stage } of night.night.accounts) {
          if (stageIndex(stages, from) > required || stageIndex(stages, stage) <= required)
            continue;
          expect(deliveredOn(night, currency, 'b')).toBeDefined();
        }
    }, ladder);
  });

  test('nothing of dunning is said on a day that is not worked, and all of it is listed', () => {
    const weekdays = anyPolicy.filter(({ contact }) => contact.workingDaysOnly);

    check((rows, rules) => {
      for (const night of everyNight(rows, rules)) {
        const { asOf, suppressed } = night.night;
        const isOff = dayOffOn(asOf, rows.customer.country, rules.reseller) !== undefined;
        const putOff = suppressed.filter(({ waitsFor }) => waitsFor === 'working-day');

        if (isOff) expect(ofDunning(night)).toEqual([]);
        else expect(putOff).toEqual([]);
      }
    }, weekdays);
  });

  test('a stage put off is told, told again, held back or left: it is never just forgotten', () => {
    check((rows, rules) => {
      const nights = everyNight(rows, rules);
      for (const [at, { night }] of nights.entries()) {
        const next = nights[at + 1];
        if (next === undefined) continue;
        for (const { key, waitsFor } of night.suppressed) {
          if (waitsFor === undefined || !/\|dunning\|[^|]*\|\d+$/.test(key)) continue;
          const [, currency, , stage] = key.split('|');
          const account = next.night.accounts.find((each) => each.currency === currency);
          const isThere = [...next.night.notices, ...next.night.suppressed].some(
            (each) => each.key === key || each.key.startsWith(`${key}|`),
          );

          if (account?.from === stage && account?.stage === stage) expect(isThere).toBe(true);
        }
      }
    }, anyPolicy.filter(isCustomers));
  });

  test('a stage is told again no sooner and no oftener than it says', () => {
    check((rows, rules) => {
      const nights = everyNight(rows, rules);
      for (const { name, repeatEveryDays = 0, repeatAtMost } of stagesOf(rules)) {
        const tellings = nights.flatMap(({ night, next }) =>
          night.notices
            .filter(
              ({ kind, stage, key }) =>
                kind === 'dunning' && stage === name && !key.includes('|letter'),
            )
            .map(({ currency }) => ({
              on: night.asOf,
              episode: `${currency} ${next.accounts[currency]?.episode}`,
            })),
        );
        for (const told of Map.groupBy(tellings, ({ episode }) => episode).values()) {
          expect(told.length).toBeLessThanOrEqual(repeatEveryDays === 0 ? 1 : 1 + repeatAtMost);
          for (const [at, { on }] of told.entries()) {
            const before = told[at - 1];
            if (before !== undefined)
              expect(daysBetween(before.on, on)).toBeGreaterThanOrEqual(repeatEveryDays);
          }
        }
      }
    }, anyPolicy.filter(isCustomers));
  });

  test('coming down is told to those who heard of going up, and thanks are for who is clear', () => {
    check((rows, rules) => {
      const heard = new Set<string>();
      for (const { night, next } of everyNight(rows, rules)) {
        for (const { kind, currency, tell, letter } of night.notices)
          if (kind === 'recovery') {
            for (const audience of tell) expect(heard).toContain(`${currency} ${audience}`);
            if (letter === 'thank-you') expect(next.accounts[currency]?.stage).toBeUndefined();
          } else if (kind === 'dunning')
            for (const audience of tell) heard.add(`${currency} ${audience}`);
      }
    });
  });

  test('grace puts every stage off by as many days, and none before the basis date', () => {
    const plain = fc.record({
      first: fc.integer({ min: -6, max: 6 }),
      gap: fc.integer({ min: 1, max: 8 }),
      graceDays: fc.integer({ min: 1, max: 9 }),
    });

    check(
      (rows, rules) => {
        const owing = {
          ...rows,
          arrangements: [],
          payments: [],
          invoices: rows.invoices.slice(0, 1),
        };
        const [without] = [{ ...rules.dunning.default, graceDays: 0 }];
        const { graceDays } = rules.dunning.default;
        const stageOn = (nights: readonly Night[], at: number) =>
          stageIndex(stagesOf(rules), nights[at]?.night.accounts[0]?.stage);
        const graced = nightsOn(owing, rules, days);
        const strict = nightsOn(owing, { ...rules, dunning: { default: without } }, days);

        for (const at of days.keys()) {
          const early = stagesOf(rules).filter(({ afterDays }) => afterDays < 0).length - 1;
          const later = at + graceDays;
          if (later < days.length && stageOn(strict, at) > early)
            expect(stageOn(graced, later)).toBeGreaterThanOrEqual(stageOn(strict, at));
          expect(stageOn(graced, at)).toBeLessThanOrEqual(stageOn(strict, at));
        }
      },
      plain.map(({ first, gap, graceDays }) =>
        policy({
          graceDays,
          stages: ['a', 'b', 'c'].map((name, at) => ({ name, afterDays: first + gap * at })),
        }),
      ),
    );
  });

  test('a hold on the customer changes neither stage nor what was told', () => {
    const anyHold = fc.record({
      from: fc.integer({ min: 5, max: 60 }),
      length: fc.integer({ min: 1, max: 25 }),
    });

    fc.assert(
      fc.property(anyFacts, anyPolicy, anyHold, (rows, rules, { from, length }) => {
        const until = from + length;
        const hold = {
          kind: 'hold',
          currency: 'EUR',
          from: addDays(day('2026-01-01'), from),
        } as const;
        const held = {
          ...rows,
          arrangements: [
            ...rows.arrangements,
            { ...hold, until: addDays(day('2026-01-01'), until) },
          ],
        };
        const nights = everyNight(held, rules);

        for (const { night } of nights.slice(from, until)) {
          expect(night.notices.filter(({ kind }) => kind === 'dunning')).toEqual([]);
          for (const { from: before, stage, daysPastDue } of night.accounts)
            if (daysPastDue > 0) expect(stage).toBe(before);
        }
      }),
      { numRuns: 120 },
    );
  });
});
