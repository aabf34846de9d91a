import { describe, expect, test } from 'vitest';
import { startRun } from '../../shared/run/start-run.ts';
import { watchNights } from '../../shared/run/watch-nights.ts';
import { type NightInMemory, nightInMemory } from './in-memory/night.ts';
import { deliveredTo, outcomeOf, resultsOf } from './outcome.ts';
import { PORTFOLIO } from './portfolio.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

async function watch(night: NightInMemory, now: string) {
  night.now = now;
  await watchNights(night.needs);
  await workUntilEmpty(night.memory, night.needs);
  return await outcomeOf(night);
}

const alarms = ({ delivered }: Awaited<ReturnType<typeof outcomeOf>>): string[] =>
  delivered.flatMap(([, { kind, subject }]) => (kind === 'alarm' ? [subject] : []));

/** A run whose messages are gone after so many were taken. */
async function stuckAfter(taken: number, dryRun = false): Promise<NightInMemory> {
  const night = nightInMemory();
  await startNight(night.needs, '2026-03-17', dryRun);
  for (let each = 0; each < taken; each += 1) await workOnce(night.memory, night.needs);
  night.memory.messages.length = 0;
  return night;
}

describe('a run that is stuck', () => {
  test('is left alone up to its deadline, and ends after it', async () => {
    const night = await stuckAfter(1);

    const at = await watch(night, '2026-03-17T08:00:00Z');
    expect(at.runs.filter(({ status }) => status === 'evaluating')).toHaveLength(1);

    const after = await watch(night, '2026-03-17T08:00:01Z');
    expect(after.runs.filter(({ status }) => status === 'evaluating')).toEqual([]);
  });

  test('has failed with its sources when it never read them', async () => {
    const night = await stuckAfter(0);

    const outcome = await watch(night, '2026-03-17T09:00:00Z');

    const because = 'the run was not through within 6 hours';
    expect(outcome.runs).toContainEqual(
      expect.objectContaining({ status: 'failed', because, sources: expect.anything() }),
    );
    expect(deliveredTo(outcome, 'summary')).toEqual(['ops@kestrel.example']);
    expect(outcome.states).toEqual([]);
  });

  test('is begun by the watch where it never was, once an hour has passed', async () => {
    const night = await stuckAfter(0);

    const early = await watch(night, '2026-03-17T03:00:00Z');
    const later = await watch(night, '2026-03-17T03:30:00Z');

    expect(early.runs).toMatchObject([{ status: 'pulling' }]);
    expect(later.runs).toMatchObject([{ status: 'completed', evaluated: 7 }]);
    expect(alarms(later)).toEqual([]);
  });

  test('ends while its reader, who is slow and not dead, saves how far it got', async () => {
    const night = await stuckAfter(0);
    const { runs } = night.needs;
    let saves = 0;
    const beside: typeof runs = {
      ...runs,
      async loadSources(id) {
        const seen = await runs.loadSources(id);
        for (const stored of saves < 3 ? seen : [])
          await runs.saveSource(id, stored, { ...stored.value, after: `page ${saves}` });
        saves += 1;
        return seen;
      },
    };
    night.now = '2026-03-17T09:00:00Z';

    await watchNights({ ...night.needs, runs: beside });

    expect((await outcomeOf(night)).sources).toMatchObject([{ status: 'failed', after: 'page 2' }]);
  });

  test('tells what it had decided, and the other customers have failed', async () => {
    const night = await stuckAfter(2);
    const decided = (await outcomeOf(night)).states.length;

    const outcome = await watch(night, '2026-03-17T09:00:00Z');

    const failed = PORTFOLIO.length - decided;
    expect(decided).toBe(3);
    expect(resultsOf(outcome).filter(({ kind }) => kind === 'failed')).toHaveLength(failed);
    expect(outcome.runs).toContainEqual(
      expect.objectContaining({ status: 'completed-with-failures', evaluated: decided, failed }),
    );
    expect(deliveredTo(outcome, 'digest').length).toBeGreaterThan(0);
  });

  test('tells the letter of a customer that was committed and never reported', async () => {
    const night = nightInMemory();
    await startNight(night.needs);
    await workOnce(night.memory, night.needs);
    const finishCustomers = async () => {
      throw new Error('the worker is dead');
    };
    const dying = { ...night.needs, runs: { ...night.needs.runs, finishCustomers } };
    for (let slice = 0; slice < 3; slice += 1) await workOnce(night.memory, dying);
    night.memory.messages.length = 0;

    const outcome = await watch(night, '2026-03-17T09:00:00Z');

    const undisturbed = await runNight(nightInMemory());
    expect(resultsOf(outcome)).toEqual(resultsOf(undisturbed));
    expect(deliveredTo(outcome, 'letter')).toEqual(deliveredTo(undisturbed, 'letter'));
    expect(deliveredTo(outcome, 'digest')).toEqual(deliveredTo(undisturbed, 'digest'));
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('after %i messages, the next night is fine', async (taken) => {
    const night = await stuckAfter(taken);
    await watch(night, '2026-03-17T09:00:00Z');

    const outcome = await runNight(night, '2026-03-18');

    expect(outcome.runs[0]).toMatchObject({ status: 'completed', evaluated: PORTFOLIO.length });
    expect(deliveredTo(outcome, 'letter')).toHaveLength(3);
    expect(outcome.outbox.filter(([, { status }]) => status === 'queued')).toEqual([]);
  });

  test('in a dry run does not stand in the way of another', async () => {
    const night = await stuckAfter(1, true);

    const outcome = await watch(night, '2026-03-17T09:00:00Z');

    expect(outcome.runs.filter(({ dryRun }) => dryRun)).toMatchObject([
      { status: 'completed-with-failures' },
    ]);
    expect(outcome.states).toEqual([]);
  });
});

describe('a night that did not happen', () => {
  test('is told once a day, and kept as a failed run', async () => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17');

    expect(alarms(await watch(night, '2026-03-18T04:00:00Z'))).toEqual([]);
    const first = await watch(night, '2026-03-18T04:00:01Z');
    const second = await watch(night, '2026-03-18T05:00:00Z');
    const nextDay = await watch(night, '2026-03-19T05:00:00Z');

    expect(alarms(first)).toEqual(['No night has completed by 18 March 2026']);
    expect(alarms(second)).toEqual(alarms(first));
    expect(alarms(nextDay).toSorted()).toEqual([
      'No night has completed by 18 March 2026',
      'No night has completed by 19 March 2026',
    ]);
    expect(nextDay.runs.filter(({ status }) => status === 'failed')).toHaveLength(2);
  });

  test.each([
    { now: '2026-03-17T02:00:00Z', told: [], because: 'a night may still be due' },
    {
      now: '2026-03-17T02:00:01Z',
      told: ['No night has completed by 17 March 2026'],
      because: 'one was due by then',
    },
  ])('is not told of before one was due: at $now $because', async ({ now, told }) => {
    const night = nightInMemory();
    await watch(night, '2026-03-16T00:00:00Z');

    expect(alarms(await watch(night, now))).toEqual(told);
  });

  test('does not take the place of one that is due at midnight', async () => {
    const night = nightInMemory();
    night.policyText = JSON.stringify({ reseller: { timeZone: 'Asia/Tokyo' } });
    await watch(night, '2026-03-16T21:00:00Z');
    await watch(night, '2026-03-17T23:30:00Z');
    night.now = '2026-03-18T00:00:02Z';

    const due = new Date('2026-03-18T00:00:00Z');
    const run = await startRun({ dryRun: false }, due, night.needs);

    expect(run).toMatchObject({ asOf: '2026-03-18', status: 'pulling' });
    expect(night.memory.messages).toHaveLength(1);
  });

  test('is still missed when only dry runs and failed nights completed since', async () => {
    const night = nightInMemory();
    await watch(night, '2026-03-16T00:30:00Z');
    await startNight(night.needs, '2026-03-17', true);
    await workUntilEmpty(night.memory, night.needs);

    const outcome = await watch(night, '2026-03-17T03:00:00Z');

    expect(alarms(outcome)).toEqual(['No night has completed by 17 March 2026']);
  });
});

test('stages that held are told once, by the run they held in', async () => {
  const night = nightInMemory();
  night.world.newestAt = new Date('2026-03-01T00:00:00Z');
  await runNight(night);

  await watch(night, '2026-03-17T02:30:00Z');
  const outcome = await watch(night, '2026-03-17T03:30:00Z');

  expect(alarms(outcome)).toEqual(['No stage moved on the night of 17 March 2026']);
});
