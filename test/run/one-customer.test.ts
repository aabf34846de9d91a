import { describe, expect, test } from 'vitest';
import { RunRefusedError } from '../../shared/run/errors.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { day, payment } from '../builders.ts';
import { type NightInMemory, nightInMemory } from './in-memory/night.ts';
import { deliveredTo, outcomeOf, resultsOf } from './outcome.ts';
import { id, owes } from './portfolio.ts';
import { runNight } from './run-night.ts';
import { workUntilEmpty } from './worker.ts';

async function runOne(night: NightInMemory, customerId: string, asOf = '2026-03-17') {
  const wanted = { asOf: day(asOf), dryRun: false, customerId: id(customerId) };
  const run = await startRun(wanted, undefined, night.needs);
  await workUntilEmpty(night.memory, night.needs);
  return (await night.needs.runs.load(run.id))?.value;
}

function twoCustomers(): NightInMemory {
  const night = nightInMemory();
  night.world.customers = [owes('alfa', '2026-02-20'), owes('bravo', '2026-02-20')];
  return night;
}

describe('a run of one customer', () => {
  test('decides about that customer alone, and sends what it decides', async () => {
    const night = twoCustomers();

    const run = await runOne(night, 'bravo');

    const outcome = await outcomeOf(night);
    expect(run).toMatchObject({ status: 'completed', customerId: 'bravo', evaluated: 1 });
    expect(resultsOf(outcome)).toHaveLength(1);
    expect(deliveredTo(outcome, 'letter')).toHaveLength(1);
    expect(deliveredTo(outcome, 'summary')).toEqual([]);
  });

  test('is no night: the desk shows none, and the night of the day still runs for all', async () => {
    const night = twoCustomers();
    await runOne(night, 'bravo');
    const before = await night.needs.desk.nightOn(undefined);

    night.now = '2026-03-17T03:00:00Z';
    await runNight(night, '2026-03-17');

    expect(before).toBeUndefined();
    expect(await night.needs.desk.nightOn(undefined)).toBe('2026-03-17.20260317T030000Z');
    expect(deliveredTo(await outcomeOf(night), 'letter')).toHaveLength(2);
  });

  test('after a night finds what has come in since, and leaves the rest as it is', async () => {
    const night = twoCustomers();
    await runNight(night, '2026-03-17');
    const paid = payment({ invoiceId: 'INV-bravo', minorUnits: 10_000 });
    night.world.customers = [
      owes('alfa', '2026-02-20'),
      owes('bravo', '2026-02-20', { payments: [paid] }),
    ];
    night.now = '2026-03-17T09:00:00Z';

    await runOne(night, 'bravo');

    const states = (await outcomeOf(night)).states.map(([customer, { state }]) => [
      customer,
      state?.accounts['EUR']?.inEpisode,
    ]);
    expect(states).toEqual([
      ['alfa', true],
      ['bravo', false],
    ]);
  });

  test('is refused for a day that has not come, as its nights would have to wait for it', async () => {
    const night = twoCustomers();

    await expect(runOne(night, 'bravo', '2026-03-18')).rejects.toThrow(RunRefusedError);
  });

  test('while a night is under way the night stands for it', async () => {
    const night = twoCustomers();
    const started = await startRun({ dryRun: false }, undefined, night.needs);

    const wanted = { dryRun: false, customerId: id('bravo') };
    expect((await startRun(wanted, undefined, night.needs)).id).toBe(started.id);
  });
});
