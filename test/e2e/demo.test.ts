import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type NightEnded, newState, night, outbox, run, start } from './nightly.ts';

describe('nightly --demo', () => {
  const state = newState();
  let first: NightEnded;
  beforeAll(async () => {
    first = await night(state, '--demo');
  });

  test('shows what a customer spent beside what it owes, and no secret anywhere', () => {
    const { report, stdout, stderr } = first;

    const owing = new Set(report.aging.map(({ customerId }) => customerId));
    const spending = report.budgets.filter(({ customerId }) => owing.has(customerId));
    expect(spending.length).toBeGreaterThan(20);
    const letters = [...outbox(state).values()].join('\n');
    for (const canary of ['fake-secret-demo', 'fake-refresh-', 'fake-account-'])
      expect(stdout + stderr + letters).not.toContain(canary);
  });

  test('is a day later every night, and begins again when it is fresh', async () => {
    const nights = [first, await night(state, '--demo'), await night(state, '--demo', '--fresh')];

    expect(nights.map(({ report }) => [report.run.asOf, report.run.status])).toEqual([
      ['2026-05-12', 'completed'],
      ['2026-05-13', 'completed'],
      ['2026-05-12', 'completed'],
    ]);
  });

  test.each([
    ['--data', 'sample'],
    ['--policy', 'sample/policy.json'],
    ['--as-of', '2026-03-17'],
  ])('takes no %s, which it settles itself', async (flag, value) => {
    const { code, stderr } = await run('nightly', ['--demo', flag, value]);

    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^Cannot run the demo with ${flag} because`));
  });
});

describe('npm start -- --demo', () => {
  test('runs the first night by itself, and the next one when it is asked to', async () => {
    const child = start('start', ['--demo', '--state', newState(), '--port', '0']);
    child.stderr.resume();
    let url = '';
    for await (const line of createInterface(child.stdout)) {
      url = /curl -X POST (http:\S+next-night)/.exec(line)?.[1] ?? '';
      if (url !== '') break;
    }
    child.stdout.resume();

    const answer = await fetch(url, { method: 'POST' });

    expect(await answer.json()).toEqual({
      said: expect.stringMatching(
        /^The night of 2026-05-13 completed; \d+ customers\. It is 2026-05-14 now\.$/,
      ),
    });
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
