import { describe, expect, test } from 'vitest';
import { startRun } from '../../shared/run/start-run.ts';
import { day } from '../builders.ts';
import { nightInMemory } from './in-memory/night.ts';
import { outcomeOf, statesOf } from './outcome.ts';
import { POLICY, POLICY_TEXT } from './portfolio.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

const DUE = new Date('2026-03-17T02:00:00Z');
const scheduled = { dryRun: false };

describe('a scheduled night', () => {
  test.each([
    { zone: 'UTC', due: '2026-03-17T23:30:00Z', asOf: '2026-03-17' },
    { zone: 'Europe/Amsterdam', due: '2026-03-17T23:30:00Z', asOf: '2026-03-18' },
    { zone: 'America/Los_Angeles', due: '2026-03-17T02:00:00Z', asOf: '2026-03-16' },
  ])('due at $due is the night of $asOf in $zone', async ({ zone, due, asOf }) => {
    const night = nightInMemory();
    night.policyText = JSON.stringify({ reseller: { timeZone: zone } });

    expect((await startRun(scheduled, new Date(due), night.needs)).asOf).toBe(asOf);
  });

  test('that fires late keeps the day it was due on', async () => {
    const night = nightInMemory();
    night.now = '2026-03-19T09:00:00Z';

    expect(await startRun(scheduled, DUE, night.needs)).toMatchObject({
      id: '2026-03-17.20260317T020000Z',
      asOf: '2026-03-17',
      startedAt: '2026-03-19T09:00:00.000Z',
    });
  });

  test('that fires twice is run once, even when the first has long ended', async () => {
    const night = nightInMemory();
    const first = await startRun(scheduled, DUE, night.needs);
    await workUntilEmpty(night.memory, night.needs);
    const before = await outcomeOf(night);
    night.now = '2026-03-17T05:00:00Z';

    const second = await startRun(scheduled, DUE, night.needs);
    await workUntilEmpty(night.memory, night.needs);

    expect(second).toMatchObject({ id: first.id, status: 'completed', evaluated: 7 });
    expect(await outcomeOf(night)).toEqual(before);
  });
});

describe('a night that is asked for', () => {
  test('while one is under way is that one', async () => {
    const night = nightInMemory();
    const first = await startNight(night.needs, '2026-03-17');
    night.now = '2026-03-17T02:01:00Z';

    const second = await startNight(night.needs, '2026-03-18');

    expect(second.id).toBe(first.id);
  });

  test.each([
    { first: true, second: false },
    { first: false, second: true },
  ])('is run beside a run that is (dry run: $first)', async ({ first, second }) => {
    const night = nightInMemory();
    await startNight(night.needs, '2026-03-17', first);
    night.now = '2026-03-17T02:01:00Z';
    await startNight(night.needs, '2026-03-17', second);

    await workUntilEmpty(night.memory, night.needs);

    const { runs } = await outcomeOf(night);
    expect(runs.map(({ dryRun, status }) => [dryRun, status])).toEqual([
      [second, 'completed'],
      [first, 'completed'],
    ]);
  });
});

describe('a night that a person asks for, as of a day that has not come', () => {
  const asked = (asOf: string) => ({ asOf: day(asOf), dryRun: false, requestedBy: 'Anna' });

  test('is refused where nights are of their own days: it would hold them all back', async () => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17');

    await expect(startRun(asked('2027-03-17'), undefined, night.needs)).rejects.toThrow(
      'Cannot run a night as of 2027-03-17 because that day has not come',
    );
    expect(await night.needs.runs.recent(9)).toHaveLength(1);
  });

  test('is run where other days are replayed', async () => {
    const night = nightInMemory();
    await startNight(night.needs, '2026-03-20');
    await workUntilEmpty(night.memory, night.needs);
    night.now = '2026-03-17T03:00:00Z';

    expect(await startRun(asked('2026-03-21'), undefined, night.needs)).toMatchObject({
      status: 'pulling',
      asOf: '2026-03-21',
    });
  });
});

describe('a dry run', () => {
  test('decides what the night would and leaves nothing but its report', async () => {
    const night = nightInMemory();
    await runNight(night, '2026-03-16');
    const before = await outcomeOf(night);
    night.now = '2026-03-17T01:00:00Z';
    await startNight(night.needs, '2026-03-17', true);
    await workUntilEmpty(night.memory, night.needs);
    const dry = await outcomeOf(night);

    const { states, events, outbox, delivered } = before;
    const kept = dry.outbox.filter(([, { status }]) => status !== 'preview');
    expect({ ...dry, outbox: kept }).toMatchObject({ states, events, outbox, delivered });
    night.now = '2026-03-17T02:00:00Z';
    const real = await runNight(night);
    const [night17, dry17] = real.runs.map(({ totals }) => totals);
    expect(night17).toEqual(dry17);
    const [listedDry, listedReal] = [dry.listed.at(-1)?.[1], real.listed.at(-1)?.[1]];
    expect(listedDry?.filter(({ kind }) => kind !== 'summary')).toEqual(
      listedReal?.filter(({ kind }) => kind !== 'summary'),
    );
  });
});

describe('a policy that is deployed while a night runs', () => {
  const louder = JSON.stringify({ ...POLICY, dunning: { default: { stages: [] } } });

  test('changes nothing of that night, at whatever message it comes', async () => {
    const undisturbed = await runNight(nightInMemory());
    for (let taken = 0; taken < 20; taken += 1) {
      const night = nightInMemory();
      await startNight(night.needs);
      for (let each = 0; each < taken; each += 1) await workOnce(night.memory, night.needs);
      night.policyText = louder;
      await workUntilEmpty(night.memory, night.needs);

      expect(await outcomeOf(night), `after ${taken} messages`).toEqual(undisturbed);
    }
  });

  test('holds from the next one on', async () => {
    const night = nightInMemory();
    night.policyText = louder;
    const outcome = await runNight(night, '2026-03-16');
    expect(outcome.outbox.filter(([, { email }]) => email.kind === 'letter')).toEqual([]);

    night.policyText = POLICY_TEXT;
    const next = await runNight(night, '2026-03-17');

    expect(statesOf(next)).not.toEqual(statesOf(outcome));
  });

  test('and cannot be read starts nothing', async () => {
    const night = nightInMemory();
    night.policyText = '{ "dunnning": {} }';

    await expect(startNight(night.needs)).rejects.toThrow('dunnning');

    expect(await night.needs.runs.recent(1)).toEqual([]);
  });
});

describe('two that start at the same moment', () => {
  test('start one run, however their reads and writes fall', async () => {
    const night = nightInMemory();
    let milliseconds = 0;
    const clock = () => {
      milliseconds += 1;
      return new Date(Date.parse('2026-03-17T02:00:00Z') + milliseconds);
    };

    const started = await Promise.all(
      Array.from({ length: 10 }, () =>
        startRun({ dryRun: false }, undefined, { ...night.needs, clock }),
      ),
    );

    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    expect(await night.needs.runs.recent(99)).toHaveLength(1);
  });

  test('and a night that was killed before it was created is not the next day’s', async () => {
    const night = nightInMemory();
    const dies = { ...night.needs.runs, create: () => Promise.reject(new Error('killed')) };
    const killed = startRun(scheduled, DUE, { ...night.needs, runs: dies });
    await expect(killed).rejects.toThrow('killed');

    night.now = '2026-03-18T02:00:00Z';
    const run = await startRun(scheduled, new Date(night.now), night.needs);

    expect(run.id).toBe('2026-03-18.20260318T020000Z');
  });

  test('start the run of one that was killed before it was created', async () => {
    const night = nightInMemory();
    const dies = { ...night.needs.runs, create: () => Promise.reject(new Error('killed')) };
    const killed = startRun({ dryRun: false }, undefined, { ...night.needs, runs: dies });
    await expect(killed).rejects.toThrow('killed');

    night.now = '2026-03-17T02:05:00Z';
    const run = await startRun({ dryRun: false }, undefined, night.needs);

    expect(run.id).toBe('2026-03-17.20260317T020000Z');
  });
});
