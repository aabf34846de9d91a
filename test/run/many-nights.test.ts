import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import { day, invoice, payment, spend } from '../builders.ts';
import { nightInMemory } from './in-memory/night.ts';
import { type Outcome, resultsOf } from './outcome.ts';
import { owes, PORTFOLIO } from './portfolio.ts';
import { runNight } from './run-night.ts';

const noticeKeys = (outcome: Outcome): string[] =>
  resultsOf(outcome).flatMap((result) =>
    result.kind === 'evaluated' ? result.night.notices.map(({ key }) => key) : [],
  );

/** Dates in the facts, not their age, decide these nights. */
const nightWithoutAges = () => {
  const night = nightInMemory();
  delete night.world.newestAt;
  return night;
};

describe('many nights in a row', () => {
  test('never say a notice twice, nor send one e-mail under two ids', async () => {
    const night = nightWithoutAges();
    for (let on = day('2026-03-01'); on <= '2026-04-30'; on = addDays(on, 1)) {
      night.world.customers = PORTFOLIO.map((each) => ({
        ...each,
        spend: [...each.spend, spend(`${on.slice(0, 7)}-20`, 9_000)],
      }));
      await runNight(night, on);
    }

    const outcome = await runNight(night, '2026-05-01');

    const keys = noticeKeys(outcome);
    expect(keys.length).toBeGreaterThan(20);
    expect(keys).toEqual([...new Set(keys)]);
    const said = outcome.delivered.map(([, { to, subject, text }]) => `${to} ${subject} ${text}`);
    expect(said).toEqual([...new Set(said)]);
    expect(outcome.runs.every(({ status }) => status === 'completed')).toBe(true);
  });

  test('skipped ones are caught up: a stage depends on dates, not on how many nights ran', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...Array(30).keys()]), async (nights) => {
        const night = nightWithoutAges();
        for (const nth of nights) await runNight(night, addDays(day('2026-03-01'), nth));

        const { states } = await runNight(night, '2026-04-01');

        const stages = states.map(([key, { state }]) => [key, state?.accounts['EUR']?.stage]);
        expect(Object.fromEntries(stages)).toMatchObject({
          adatum: 'second-notice',
          contoso: 'suspension-proposed',
          fabrikam: 'second-notice',
        });
      }),
      { numRuns: 15 },
    );
  });

  test('a second lapse is told again, with a letter of its own', async () => {
    const night = nightWithoutAges();
    const contoso = owes('contoso', '2026-03-01');
    night.world.customers = [contoso];
    await runNight(night, '2026-03-05');
    const paid = [payment({ invoiceId: 'INV-contoso', minorUnits: 10_000, paidOn: '2026-03-06' })];
    night.world.customers = [{ ...contoso, payments: paid }];
    await runNight(night, '2026-03-06');
    const second = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-20' });
    night.world.customers = [
      { ...contoso, payments: paid, invoices: [...contoso.invoices, second] },
    ];

    const outcome = await runNight(night, '2026-03-25');

    expect(outcome.delivered.filter(([, { kind }]) => kind === 'letter')).toHaveLength(2);
  });
});
