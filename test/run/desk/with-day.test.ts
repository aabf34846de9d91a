import { describe, expect, test } from 'vitest';
import { withDay } from '../../../shared/run/desk/with-day.ts';
import { day } from '../../builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { id } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

const CONTOSO = { customerId: id('contoso'), dryRun: false };

describe('a run of one customer', () => {
  test.each([
    { now: '2026-03-17T09:00:00Z', asOf: '2026-03-17', because: 'its night was this one' },
    { now: '2026-03-18T09:00:00Z', asOf: '2026-03-18', because: 'tomorrow has begun' },
  ])('asked for at $now judges $asOf: $because', async ({ now, asOf }) => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17');
    night.now = now;

    expect(await withDay(CONTOSO, night.needs)).toEqual({ ...CONTOSO, asOf });
  });

  test('judges the day of the last night where that was another than its own', async () => {
    const night = nightInMemory();
    night.now = '2026-05-02T02:00:00Z';
    await runNight({ ...night, now: '2026-03-17T02:00:00Z' }, '2026-03-17');

    expect(await withDay(CONTOSO, night.needs)).toMatchObject({ asOf: '2026-03-17' });
  });

  test('keeps the day it names, and has none of its own before the first night', async () => {
    const night = nightInMemory();
    const named = { ...CONTOSO, asOf: day('2026-03-10') };

    expect(await withDay(CONTOSO, night.needs)).toEqual(CONTOSO);
    await runNight(night, '2026-03-17');
    expect(await withDay(named, night.needs)).toEqual(named);
  });
});

test('a run of all customers has its own day', async () => {
  const night = nightInMemory();
  await runNight(night, '2026-03-17');

  expect(await withDay({ dryRun: false }, night.needs)).toEqual({ dryRun: false });
});
