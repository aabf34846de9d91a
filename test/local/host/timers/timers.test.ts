import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startTimer, type Timer } from '../../../../local/host/timers/timers.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-17T02:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

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
      await new Promise((resolve) => setTimeout(resolve, runMs));
    },
  };
}

test('a timer that runs longer than its interval never overlaps itself', async () => {
  const timer = slowTimer(250);
  const running = await startTimer(timer, () => new Date());

  await pass(700);
  running.stop();

  expect(timer.runs).toEqual(Array(3).fill({ isPastDue: false }));
});

test('a timer fires once for each occurrence', async () => {
  const timer = slowTimer(0);
  const running = await startTimer(timer, () => new Date());

  await pass(550);
  running.stop();

  expect(timer.runs).toHaveLength(5);
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
  await pass(600);
  running.stop();

  expect(nexts).toHaveLength(3);
  expect(new Set(nexts).size).toBe(3);
});

test('a stopped timer fires no more', async () => {
  const timer = slowTimer(0);
  const running = await startTimer(timer, () => new Date());
  running.stop();

  await pass(250);

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

  await pass(350);
  running.stop();

  expect(timer.runs).toHaveLength(3);
  expect(warnings[0]).toBe('Cannot remember when the timer slow ran: disk full');
});
