import { describe, expect, test } from 'vitest';
import { SourceError, UnavailableError } from '../../../shared/run/errors.ts';
import type { Source } from '../../../shared/run/pull/source.ts';
import { type NightInMemory, nightInMemory } from '../in-memory/night.ts';
import { inMemorySource } from '../in-memory/source.ts';
import { deliveredTo, outcomeOf, resultsOf } from '../outcome.ts';
import { owes } from '../portfolio.ts';
import { runNight, startNight } from '../run-night.ts';
import { workOnce } from '../worker.ts';

const MANY = Array.from({ length: 250 }, (_, index) =>
  owes(`c-${`${index}`.padStart(3, '0')}`, '2026-02-20'),
);

const refusing = (error: Error): Source => ({
  ...inMemorySource('files', { customers: [] }),
  open: async () => {
    throw error;
  },
});

/** Breaks off after its first page, at every try. */
function breakingOff(night: NightInMemory, error: Error): Source {
  const source = inMemorySource('files', night.world);
  return {
    ...source,
    async open() {
      const reading = await source.open();
      return {
        ...reading,
        async customers(after, limit) {
          if (after !== undefined) throw error;
          return await reading.customers(after, limit);
        },
      };
    },
  };
}

const NO_FOLDER = new SourceError('Cannot read "/data" because it is gone: mount it');

describe('a source that cannot be read', () => {
  test.each([
    { why: 'for good', error: NO_FOLDER, because: NO_FOLDER.message },
    {
      why: 'at any try',
      error: new Error('ECONNRESET'),
      because: 'every try to read it failed: see the log',
    },
    {
      why: 'now, and not later either',
      error: new UnavailableError('Cannot read customers because of the answer 503: try later'),
      because: 'Cannot read customers because of the answer 503: try later',
    },
  ])('$why fails the run with its reason, and no stage moves', async ({ error, because }) => {
    const night = nightInMemory();
    const before = await runNight(night, '2026-03-16');

    const outcome = await runNight(night, '2026-03-17', {
      ...night.needs,
      sources: [refusing(error)],
    });

    expect(outcome.runs[0]).toMatchObject({ status: 'failed', because, evaluated: 0 });
    expect(outcome.states).toEqual(before.states);
    expect(deliveredTo(outcome, 'letter')).toEqual(deliveredTo(before, 'letter'));
    expect(outcome.delivered.map(([, { subject }]) => subject)).toContain(
      'Night of 17 March 2026 failed: 0 customers evaluated, 0 e-mails',
    );
    expect([outcome.waiting, outcome.lost]).toEqual([[], []]);
  });

  test.each([NO_FOLDER, new Error('ECONNRESET')])(
    'from its second page on evaluates nobody on half of it: %s',
    async (error) => {
      const night = nightInMemory();
      night.world.customers = MANY;

      const outcome = await runNight(night, '2026-03-17', {
        ...night.needs,
        sources: [breakingOff(night, error)],
      });

      expect(outcome.states).toEqual([]);
      expect(deliveredTo(outcome, 'letter')).toEqual([]);
      const failed = resultsOf(outcome);
      expect(failed.length).toBeGreaterThan(0);
      expect(failed.every(({ kind }) => kind === 'failed')).toBe(true);
      expect(outcome.runs).toMatchObject([
        { status: 'failed', evaluated: 0, failed: failed.length, customers: failed.length },
      ]);
    },
  );

  test('from its second page on has failed at the first try, though its first page was saved', async () => {
    const night = nightInMemory();
    night.world.customers = MANY;
    const needs = { ...night.needs, sources: [breakingOff(night, NO_FOLDER)] };
    await startNight(needs);

    await workOnce(night.memory, needs);

    expect((await outcomeOf(night)).sources).toMatchObject([
      { status: 'failed', customers: 100, because: NO_FOLDER.message },
    ]);
    expect(night.memory.messages.every(({ tries }) => tries === 0)).toBe(true);
  });

  test('beside one that can be holds the stages, and the others are evaluated', async () => {
    const night = nightInMemory();
    const other = { ...refusing(NO_FOLDER), name: 'partner center' };

    const outcome = await runNight(night, '2026-03-17', {
      ...night.needs,
      sources: [...night.needs.sources, other],
    });

    expect(outcome.runs).toMatchObject([
      {
        status: 'completed-with-failures',
        because: NO_FOLDER.message,
        holdStages: `source partner center could not be read: ${NO_FOLDER.message}`,
        evaluated: 7,
      },
    ]);
    expect(deliveredTo(outcome, 'letter')).toEqual([]);
  });

  test('that comes back has its night, as if the failed one had not been', async () => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17', { ...night.needs, sources: [refusing(NO_FOLDER)] });

    night.now = '2026-03-17T04:00:00Z';
    const outcome = await runNight(night);

    const undisturbed = await runNight(nightInMemory());
    expect(outcome.runs[0]).toMatchObject({ status: 'completed', evaluated: 7 });
    expect(deliveredTo(outcome, 'letter')).toEqual(deliveredTo(undisturbed, 'letter'));
  });

  test('none configured is a failed run that says so', async () => {
    const night = nightInMemory();

    const outcome = await runNight(night, '2026-03-17', { ...night.needs, sources: [] });

    expect(outcome.runs).toMatchObject([
      { status: 'failed', because: 'no source is configured', customers: 0 },
    ]);
  });
});

test('a source of several pages is read to its end, each customer once', async () => {
  const night = nightInMemory();
  night.world.customers = MANY;

  const outcome = await runNight(night);

  expect(outcome.runs).toMatchObject([{ status: 'completed', customers: 250, evaluated: 250 }]);
  expect(outcome.runs[0]?.totals).toMatchObject({ customers: 250, invoices: 250 });
  expect(deliveredTo(outcome, 'letter')).toHaveLength(250);
});
