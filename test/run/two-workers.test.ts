import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { behindGate } from './email/behind-gate.ts';
import { type NightInMemory, type NightNeeds, nightInMemory } from './in-memory/night.ts';
import { type Outcome, outcomeOf, statesOf } from './outcome.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce } from './worker.ts';

/** Every call of a port waits for its turn, and the scheduler hands out the turns. */
function interleaved({ needs }: NightInMemory, scheduler: fc.Scheduler): NightNeeds {
  return behindGate(needs, async (effect) => {
    await scheduler.schedule(Promise.resolve());
    return await effect();
  });
}

/** Works as long as any worker may still make messages. */
async function workBeside(
  { memory }: NightInMemory,
  needs: NightNeeds,
  busy: Set<symbol>,
  scheduler: fc.Scheduler,
): Promise<void> {
  const me = Symbol('worker');
  while (memory.messages.length > 0 || busy.size > 0) {
    busy.add(me);
    const worked = await workOnce(memory, needs);
    busy.delete(me);
    if (!worked) await scheduler.schedule(Promise.resolve());
  }
}

describe('two workers that interleave at every call of a port', () => {
  let undisturbed: Outcome;
  beforeAll(async () => {
    undisturbed = await runNight(nightInMemory());
  });

  test.each([1, 2])('end a night like one does, each message arriving %i times', async (copies) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const night = nightInMemory({ copies });
        const needs = interleaved(night, scheduler);
        await startNight(night.needs);
        const busy = new Set<symbol>();

        await scheduler.waitFor(
          Promise.all([
            workBeside(night, needs, busy, scheduler),
            workBeside(night, needs, busy, scheduler),
          ]),
        );

        expect(await outcomeOf(night)).toEqual(undisturbed);
      }),
      { numRuns: 40 },
    );
  });

  test('two starts at once say nothing twice and leave every customer as one does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const night = nightInMemory();
        const needs = interleaved(night, scheduler);
        const busy = new Set<symbol>();
        const person = { ...needs, clock: () => new Date('2026-03-17T02:00:01Z') };

        await scheduler.waitFor(Promise.all([startNight(needs), startNight(person)]));
        await scheduler.waitFor(
          Promise.all([
            workBeside(night, needs, busy, scheduler),
            workBeside(night, needs, busy, scheduler),
          ]),
        );

        const outcome = await outcomeOf(night);
        expect(statesOf(outcome)).toEqual(statesOf(undisturbed));
        expect(outcome.runs.every(({ status }) => status === 'completed')).toBe(true);
        expect(lettersOf(outcome)).toEqual(lettersOf(undisturbed));
        expect(findingsOf(outcome)).toEqual(findingsOf(undisturbed));
      }),
      { numRuns: 40 },
    );
  });
});
const lettersOf = ({ delivered }: Outcome) =>
  delivered.filter(([, { kind }]) => kind === 'letter').map(([id, { to }]) => [id, to]);

/** What digests say is new, whichever of the runs said it. */
const findingsOf = ({ results }: Outcome): string[] =>
  results
    .flatMap(([, { result }]) => (result?.kind === 'evaluated' ? result.night.notices : []))
    .map(({ key }) => key)
    .toSorted();
