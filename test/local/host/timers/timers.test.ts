import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startTimer, type Timer } from '../../../../local/host/timers/timers.ts';

/** Comes every 100 ms. */
const schedule = {
  isMonitored: true,
  next: (after: Date) => new Date(Math.floor(after.getTime() / 100) * 100 + 100),
};

function slowTimer(runMs: number): Timer & { readonly runs: { isPastDue: boolean }[] } {
  const runs: { isPastDue: boolean }[] = [];
  return {
    name: 'slow',
    schedule,
    runOnStartup: false,
    statuses: undefined,
    runs,
    warn: () => {},
    async run(json) {
      runs.push({ isPastDue: JSON.parse(json).IsPastDue });
      await sleep(runMs);
    },
  };
}

test('a timer that runs longer than its interval never overlaps itself', async () => {
  const timer = slowTimer(250);
  const running = await startTimer(timer, () => new Date());

  await sleep(700);
  running.stop();

  expect(timer.runs.length).toBeLessThanOrEqual(3);
  expect(timer.runs.every(({ isPastDue }) => !isPastDue)).toBe(true);
});

test('a timer fires once for each occurrence', async () => {
  const timer = slowTimer(0);
  const running = await startTimer(timer, () => new Date());

  await sleep(550);
  running.stop();

  expect(timer.runs.length).toBeGreaterThanOrEqual(3);
  expect(timer.runs.length).toBeLessThanOrEqual(6);
});

test('a timer woken too early waits on, and no occurrence runs twice', async () => {
  const nexts: string[] = [];
  const timer = {
    ...slowTimer(0),
    statuses: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
    run: (json: string) => Promise.resolve(nexts.push(JSON.parse(json).ScheduleStatus.Next)),
  };
  const startedAt = Date.now();
  const halfSpeed = () => new Date(startedAt + (Date.now() - startedAt) / 2);

  const running = await startTimer(timer, halfSpeed);
  await sleep(600);
  running.stop();

  expect(nexts.length).toBeGreaterThan(0);
  expect(new Set(nexts).size).toBe(nexts.length);
});

test('a stopped timer fires no more', async () => {
  const timer = slowTimer(0);
  const running = await startTimer(timer, () => new Date());
  running.stop();

  await sleep(250);

  expect(timer.runs).toEqual([]);
});

test('a status that cannot be saved does not end the timer', async () => {
  const warnings: string[] = [];
  const timer = {
    ...slowTimer(0),
    statuses: {
      load: () => Promise.resolve(undefined),
      save: (_: string, { last }: { last: Date }) =>
        last.getUTCFullYear() === 1 ? Promise.resolve() : Promise.reject(new Error('disk full')),
    },
    warn: (message: string) => void warnings.push(message),
  };
  const running = await startTimer(timer, () => new Date());

  await sleep(350);
  running.stop();

  expect(timer.runs.length).toBeGreaterThan(1);
  expect(warnings[0]).toBe('Cannot remember when the timer slow ran: disk full');
});
