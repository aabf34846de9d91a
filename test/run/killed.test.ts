import { beforeAll, describe, expect, test } from 'vitest';
import { DEATHS, nightStruckAt, nightStuckAt } from './dying-worker.ts';
import { nightInMemory } from './in-memory/night.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { runNight } from './run-night.ts';

/** Far more calls than the night of the portfolio makes: the loops must end by themselves. */
const TOO_MANY_CALLS = 1_000;

describe('a night whose worker goes down at any call of any port', () => {
  let undisturbed: Outcome;
  beforeAll(async () => {
    undisturbed = await runNight(nightInMemory());
  });

  test.each(DEATHS)(
    'ends like an undisturbed one when it %s the call and the message comes back',
    async (death) => {
      const calls = await allCalls(async (call) => {
        const { night, struck } = await nightStruckAt(call, death);
        expect(await outcomeOf(night), `${death} call ${call}`).toEqual(undisturbed);
        return struck;
      });
      expect(calls).toBeGreaterThan(100);
    },
  );

  test.each(['dies before', 'dies after'] as const)(
    'ends like an undisturbed one when it %s the call and the night is started again',
    async (death) => {
      await allCalls(async (call) => {
        const { night, struck } = await nightStuckAt(call, death);
        expect(await outcomeOf(night), `${death} call ${call}`).toEqual(undisturbed);
        return struck;
      });
    },
  );
});

/** The first call that the night no longer makes ends it. */
async function allCalls(strike: (call: number) => Promise<boolean>): Promise<number> {
  for (let call = 1; call < TOO_MANY_CALLS; call += 1) if (!(await strike(call))) return call;
  throw new Error('Cannot end because the night always has one more call');
}
