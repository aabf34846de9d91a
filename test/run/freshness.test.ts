import { describe, expect, test } from 'vitest';
import { phraseIn } from '../../shared/languages/phrase-in.ts';
import { payment } from '../builders.ts';
import { nightInMemory } from './in-memory/night.ts';
import { inMemorySource } from './in-memory/source.ts';
import { deliveredTo, resultsOf } from './outcome.ts';
import { id, owes } from './portfolio.ts';
import { runNight, startNight } from './run-night.ts';
import { workUntilEmpty } from './worker.ts';

describe('the age of a source', () => {
  test.each([
    { newestAt: '2026-03-15T02:00:00Z', held: false, because: '48 hours are allowed' },
    { newestAt: '2026-03-15T01:59:59Z', held: true, because: 'a second more is too old' },
    { newestAt: undefined, held: false, because: 'a source without a date has no age' },
  ])('$newestAt holds the stages of 02:00 on the 17th: $held ($because)', async (row) => {
    const night = nightInMemory();
    if (row.newestAt === undefined) delete night.world.newestAt;
    else night.world.newestAt = new Date(row.newestAt);

    const outcome = await runNight(night);

    expect(outcome.runs[0]?.holdStages).toBe(
      row.held ? 'source files is 49 hours old and 48 are allowed' : undefined,
    );
    expect(deliveredTo(outcome, 'letter')).toHaveLength(row.held ? 0 : 3);
    expect(resultsOf(outcome)).toHaveLength(7);
  });

  test('does not matter on a night for another day, which is replay', async () => {
    const night = nightInMemory();
    night.world.newestAt = new Date('2026-03-01T00:00:00Z');
    night.now = '2026-06-01T02:00:00Z';
    await startNight(night.needs, '2026-03-17');
    await workUntilEmpty(night.memory, night.needs);

    expect((await night.needs.runs.recent(1))[0]?.holdStages).toBeUndefined();
  });

  test('is told with the day: the operator reads why no stage rose', async () => {
    const night = nightInMemory();
    night.world.newestAt = new Date('2026-03-01T00:00:00Z');

    const { delivered } = await runNight(night);

    const summary = delivered.find(([, { kind }]) => kind === 'summary')?.[1];
    expect(summary?.subject).toContain('stages held');
    expect(summary?.text).toContain('source files is 386 hours old and 48 are allowed');
  });
});

/** So many customers with one invoice each, all due long before. */
const customers = (count: number) =>
  Array.from({ length: count }, (_, index) => owes(`c-${index}`, '2026-02-20'));

describe('a source that shrinks', () => {
  test('that lost its payments holds the stages, though its invoices are all there', async () => {
    const paid = customers(4).map((each) => ({
      ...each,
      payments: each.invoices.map(({ invoiceId, minorUnits }) =>
        payment({ invoiceId, minorUnits, paidOn: '2026-03-01' }),
      ),
    }));
    const night = nightInMemory();
    night.world.customers = paid;
    await runNight(night, '2026-03-16');

    night.world.customers = customers(4);
    const outcome = await runNight(night, '2026-03-17');

    expect(outcome.runs[0]?.holdStages).toBe(
      'source files has 0 payments and had 4 when it was last read wholly',
    );
    expect(phraseIn(outcome.runs[0]?.holdStages ?? '', 'nl').language).toBe('nl');
    expect(deliveredTo(outcome, 'letter')).toEqual([]);
  });

  test('that lost one payment and no more has taken it back, and moves stages', async () => {
    const [one] = customers(1);
    if (one === undefined) throw new Error('Cannot happen: there is a customer');
    const [due] = one.invoices;
    const night = nightInMemory();
    night.world.customers = [
      {
        ...one,
        payments: [payment({ invoiceId: due?.invoiceId, minorUnits: due?.minorUnits })],
      },
    ];
    await runNight(night, '2026-03-16');

    night.world.customers = [one];
    const outcome = await runNight(night, '2026-03-17');

    expect(outcome.runs[0]?.holdStages).toBeUndefined();
    expect(deliveredTo(outcome, 'letter')).toHaveLength(1);
  });

  test.each([
    { invoices: 10, held: false, because: 'half is what the policy allows to be gone' },
    { invoices: 9, held: true, because: 'more than half is gone' },
    { invoices: 40, held: false, because: 'growing is no reason' },
  ])('from 20 to $invoices invoices holds the stages: $held ($because)', async (row) => {
    const night = nightInMemory();
    night.world.customers = customers(20);
    await runNight(night, '2026-03-16');

    night.world.customers = customers(row.invoices);
    const { runs } = await runNight(night, '2026-03-17');

    expect(runs[0]?.holdStages).toBe(
      row.held ? 'source files has 9 invoices and had 20 when it was last read wholly' : undefined,
    );
  });

  test('is compared with the last completed night, not with a failed or a dry one', async () => {
    const night = nightInMemory();
    night.world.customers = customers(20);
    await runNight(night, '2026-03-15');
    night.world.customers = customers(9);
    night.now = '2026-03-16T01:00:00Z';
    await startNight(night.needs, '2026-03-16', true);
    await workUntilEmpty(night.memory, night.needs);
    await runNight(night, '2026-03-16', { ...night.needs, sources: [] });

    const { runs } = await runNight(night, '2026-03-17');

    expect(runs[0]?.holdStages).toContain('has 9 invoices and had 20');
  });

  test('while it is not whole is compared with the last reading that was', async () => {
    const night = nightInMemory();
    night.world.customers = customers(20);
    await runNight(night, '2026-03-15');
    night.world.customers = customers(9);
    night.world.incomplete = 'invoices.csv ends in the middle of line 10';
    const cut = await runNight(night, '2026-03-16');
    delete night.world.incomplete;

    const { runs } = await runNight(night, '2026-03-17');

    expect(cut.runs[0]?.holdStages).toContain('is not whole: invoices.csv ends');
    expect(runs[0]?.holdStages).toContain('has 9 invoices and had 20');
  });

  test('keeps every stage where it was, and tells nobody', async () => {
    const night = nightInMemory();
    night.world.customers = customers(20);
    const before = await runNight(night, '2026-03-05');

    night.world.customers = customers(9);
    night.world.newestAt = new Date('2026-03-17T00:00:00Z');
    const outcome = await runNight(night, '2026-03-17');

    const stage = ({ states }: typeof before) =>
      states.find(([key]) => key === id('c-0'))?.[1].state?.accounts['EUR']?.stage;
    expect(stage(before)).toBe('second-notice');
    expect(stage(outcome)).toBe('second-notice');
    expect(deliveredTo(outcome, 'letter')).toEqual(deliveredTo(before, 'letter'));
  });
});

test('a source of spend alone holds no stage, whatever is wrong with it', async () => {
  const night = nightInMemory();
  const focus = inMemorySource('focus', { customers: [], incomplete: 'a blob is missing' });
  const needs = {
    ...night.needs,
    sources: [...night.needs.sources, { ...focus, isSpendOnly: true }],
  };

  await startNight(needs);
  await workUntilEmpty(night.memory, needs);

  const [run] = await needs.runs.recent(1);
  expect(run).toMatchObject({ status: 'completed-with-failures', evaluated: 7 });
  expect(run?.holdStages).toBeUndefined();
});
