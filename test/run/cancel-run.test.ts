import { describe, expect, test } from 'vitest';
import { cancelRun } from '../../shared/run/cancel-run.ts';
import { RunRefusedError } from '../../shared/run/errors.ts';
import { runId } from '../../shared/run/run.ts';
import { day } from '../builders.ts';
import { present } from '../contracts/run-builders.ts';
import { nightInMemory } from './in-memory/night.ts';
import { deliveredTo, outcomeOf, resultsOf } from './outcome.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

const NIGHT = runId(day('2026-03-17'), new Date('2026-03-17T02:00:00Z'));

async function underWay(steps: number) {
  const night = nightInMemory();
  await startNight(night.needs);
  for (let step = 0; step < steps; step += 1) await workOnce(night.memory, night.needs);
  const { id } = present(await night.needs.runs.load(NIGHT).then((stored) => stored?.value));
  return { night, id };
}

describe('a run that is cancelled', () => {
  test('before anything was read decides and says nothing, and says who cancelled it', async () => {
    const { night, id } = await underWay(0);

    const run = await cancelRun(id, 'Anna', night.needs);
    await workUntilEmpty(night.memory, night.needs);

    const outcome = await outcomeOf(night);
    expect(run).toMatchObject({ status: 'failed', because: 'cancelled by Anna' });
    expect(outcome.sources.map(({ status }) => status)).toEqual(['failed']);
    expect(resultsOf(outcome)).toEqual([]);
    expect(outcome.delivered).toEqual([]);
  });

  test('is cancelled once, however often it is asked for', async () => {
    const { night, id } = await underWay(1);

    await cancelRun(id, 'Anna', night.needs);
    const again = await cancelRun(id, 'Bo', night.needs);

    expect(again?.because).toBe('cancelled by Anna');
  });

  test('can be started again on the same day, and then tells all there is to tell', async () => {
    const whole = nightInMemory();
    await runNight(whole, '2026-03-17');
    const { night, id } = await underWay(2);
    await cancelRun(id, 'Anna', night.needs);
    await workUntilEmpty(night.memory, night.needs);

    night.now = '2026-03-17T03:00:00Z';
    await runNight(night, '2026-03-17');

    expect(deliveredTo(await outcomeOf(night), 'letter')).toEqual(
      deliveredTo(await outcomeOf(whole), 'letter'),
    );
  });

  test('when it is over it stays as it ended', async () => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17');
    const [run] = await night.needs.runs.recent(1);

    await expect(cancelRun(present(run).id, 'Anna', night.needs)).rejects.toThrow(RunRefusedError);
  });
});
