import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { nightInMemory } from './in-memory/night.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce } from './worker.ts';

describe('messages that arrive more than once and in any order', () => {
  let undisturbed: Outcome;
  beforeAll(async () => {
    undisturbed = await runNight(nightInMemory());
  });

  test.each([2, 3])('a night ends the same when each arrives %i times', async (copies) => {
    expect(await runNight(nightInMemory({ copies }))).toEqual(undisturbed);
  });

  test('a night ends the same in every order of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 }),
        fc.array(fc.nat(), { minLength: 100, maxLength: 100 }),
        async (copies, picks) => {
          const night = nightInMemory({ copies });
          await startNight(night.needs);
          const { length } = picks;

          for (let taken = 0; night.memory.messages.length > 0; taken += 1)
            await workOnce(
              night.memory,
              night.needs,
              (picks[taken % length] ?? 0) % night.memory.messages.length,
            );

          expect(await outcomeOf(night)).toEqual(undisturbed);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a message that comes back after the night is over changes nothing', async () => {
    const night = nightInMemory();
    await startNight(night.needs);
    const taken = [];
    for (let next = night.memory.messages[0]; next; next = night.memory.messages[0]) {
      taken.push(next);
      await workOnce(night.memory, night.needs);
    }

    for (const message of taken) {
      night.memory.messages.push(message);
      while (await workOnce(night.memory, night.needs));
    }

    expect(await outcomeOf(night)).toEqual(undisturbed);
  });
});
