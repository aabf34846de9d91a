import { describe, expect, test } from 'vitest';
import { RunRefusedError } from '../../shared/run/errors.ts';
import { nightInMemory } from './in-memory/night.ts';
import { type Outcome, statesOf } from './outcome.ts';
import { runNight, startNight } from './run-night.ts';
import { workUntilEmpty } from './worker.ts';

const said = ({ delivered }: Outcome) => delivered.filter(([, { kind }]) => kind !== 'summary');

describe('running a night again', () => {
  test('changes no state and says nothing', async () => {
    const night = nightInMemory();
    const first = await runNight(night);

    night.now = '2026-03-17T09:00:00Z';
    const again = await runNight(night, '2026-03-17');

    expect(again.runs.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(statesOf(again)).toEqual(statesOf(first));
    expect(again.events).toEqual(first.events);
    expect(said(again)).toEqual(said(first));
    expect(again.delivered).toEqual(first.delivered);
  });

  test('of an earlier day returns it as recorded, and changes nothing', async () => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17');
    const before = await runNight(night, '2026-03-18');

    night.now = '2026-03-18T09:00:00Z';
    const run = await startNight(night.needs, '2026-03-17');
    await workUntilEmpty(night.memory, night.needs);

    expect(run).toMatchObject({ asOf: '2026-03-17', status: 'completed', evaluated: 7 });
    expect(night.memory.runs.entries()).toHaveLength(2);
    expect(statesOf(await runNight(night, '2026-03-18'))).toEqual(statesOf(before));
  });

  test.each([
    { asOf: '2026-03-16', dryRun: false, because: 'was never run' },
    { asOf: '2026-03-17', dryRun: true, because: 'cannot be tried any more' },
  ])('of $asOf is refused when it $because and a later one was run', async ({ asOf, dryRun }) => {
    const night = nightInMemory();
    await runNight(night, '2026-03-17');
    await runNight(night, '2026-03-18');

    await expect(startNight(night.needs, asOf, dryRun)).rejects.toThrow(RunRefusedError);

    expect(night.memory.runs.entries()).toHaveLength(2);
  });

  test('of an earlier day is refused after a night that decided and could not be closed', async () => {
    const night = nightInMemory();
    const results: typeof night.needs.runs.results = async function* () {
      yield [];
      throw new Error('Cannot read');
    };
    const outcome = await runNight(night, '2026-03-18', {
      ...night.needs,
      runs: { ...night.needs.runs, results },
    });
    expect(outcome.runs).toMatchObject([{ status: 'failed', evaluated: 7 }]);

    await expect(startNight(night.needs, '2026-03-17')).rejects.toThrow('nights only go forward');
  });
});
