import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newState, night, outbox, start } from './nightly.ts';

/** When it is killed, as a part of an undisturbed night: start-up, pull, evaluate, close, send. */
const MOMENTS = [0.35, 0.5, 0.62, 0.74, 0.84, 0.94];

const notSummaries = (state: string): string[] =>
  [...outbox(state).keys()].filter((name) => !name.startsWith('summary'));

test('a night killed again and again still completes, and says everything once', async () => {
  const calm = newState();
  const startedAt = performance.now();
  const undisturbed = await night(calm);
  const duration = performance.now() - startedAt;
  const state = newState();

  for (const moment of MOMENTS) {
    const child = start('nightly', ['--state', state]);
    const ended = once(child, 'exit');
    await Promise.race([sleep(moment * duration), ended]);
    child.kill('SIGKILL');
    await ended;
  }
  const { code, report } = await night(state);

  expect(code).toBe(0);
  expect(report.aging).toEqual(undisturbed.report.aging);
  expect(report.stages).toEqual(undisturbed.report.stages);
  expect(notSummaries(state)).toEqual(notSummaries(calm));
}, 180_000);
