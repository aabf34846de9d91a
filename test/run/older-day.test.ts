import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startRun } from '../../shared/run/start-run.ts';
import { day, payment } from '../builders.ts';
import { type NightInMemory, nightInMemory } from './in-memory/night.ts';
import { interleaved, workBeside } from './interleaved.ts';
import { outcomeOf } from './outcome.ts';
import { id, owes } from './portfolio.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

/** Bravo pays on the 17th, which a run as of the 16th does not see. */
function bravoPays(): NightInMemory {
  const night = nightInMemory();
  const payments = [payment({ invoiceId: 'INV-bravo', minorUnits: 10_000, paidOn: '2026-03-17' })];
  night.world.customers = [owes('alfa', '2026-02-20'), owes('bravo', '2026-02-20', { payments })];
  return night;
}

const BRAVO_ON_THE_16TH = { asOf: day('2026-03-16'), dryRun: false, customerId: id('bravo') };

const bravoIn = async (night: NightInMemory) => {
  const { states } = await outcomeOf(night);
  const last = states.find(([customer]) => customer === 'bravo')?.[1].last?.night;
  return { asOf: last?.asOf, overdue: last?.accounts.map(({ overdue }) => overdue) };
};

describe('a run of one customer as of an earlier day', () => {
  test('beside a night never takes back what the night has read or decided', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const night = bravoPays();
        const needs = interleaved(night, scheduler);
        await startRun(BRAVO_ON_THE_16TH, undefined, night.needs);
        const busy = new Set<symbol>();

        await scheduler.waitFor(
          Promise.all([
            startNight({ ...needs, clock: () => new Date('2026-03-17T02:00:01Z') }),
            workBeside(night, needs, busy, scheduler),
            workBeside(night, needs, busy, scheduler),
          ]),
        );
        await workUntilEmpty(night.memory, night.needs);

        expect(await bravoIn(night)).toEqual({ asOf: '2026-03-17', overdue: [0] });
      }),
      { numRuns: 60 },
    );
  });

  test('is left where a night decides first: the customer has failed in it, and says why', async () => {
    const night = bravoPays();
    const one = await startRun(BRAVO_ON_THE_16TH, undefined, night.needs);
    await workOnce(night.memory, night.needs);
    const held = night.memory.messages.splice(0);
    await runNight(night, '2026-03-17');
    night.memory.messages.push(...held);

    await workUntilEmpty(night.memory, night.needs);

    const { runs, results } = await outcomeOf(night);
    expect(runs.find((each) => each.id === one.id)).toMatchObject({ evaluated: 0, failed: 1 });
    expect(results.find(([key]) => key.startsWith(one.id))?.[1].result).toMatchObject({
      because: 'it was decided as of 2026-03-17 already, and nights only go forward',
    });
    expect(await bravoIn(night)).toEqual({ asOf: '2026-03-17', overdue: [0] });
  });
});
