import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { nightInMemory } from './in-memory/night.ts';
import { interleaved, workBeside } from './interleaved.ts';
import { type Outcome, outcomeOf, statesOf } from './outcome.ts';
import { runNight, startNight } from './run-night.ts';

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
