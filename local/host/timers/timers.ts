import { reason } from '../host-error.ts';
import type { TimerSchedule } from './timer-schedule.ts';
import { statusAfterRun, statusAtStart, type TimerStatus, timerInfo } from './timer-status.ts';
import type { TimerStatuses } from './timer-status-blob.ts';

export type Timer = {
  readonly name: string;
  readonly schedule: TimerSchedule;
  readonly runOnStartup: boolean;
  /** Absent without monitoring: then nothing is remembered and nothing caught up. */
  readonly statuses: TimerStatuses | undefined;
  run(timerInfoJson: string): Promise<unknown>;
  warn(message: string): void;
};

export type RunningTimer = { stop(): void };

/** Longer waits than this overflow setTimeout. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Runs a timer at its occurrences, one run at a time, a missed one first. */
export async function startTimer(timer: Timer, now: () => Date): Promise<RunningTimer> {
  const { status, isPastDue } = await startStatus(timer, now());
  const running = { status, isStopped: false, wait: setTimeout(() => {}).unref() };

  const fire = async (pastDue: boolean): Promise<void> => {
    const startedAt = now();
    await timer.run(timerInfo(timer.statuses && running.status, pastDue));
    running.status = statusAfterRun(timer.schedule, startedAt);
    await save(timer, running.status);
    waitForNext();
  };
  // A timeout may come a little early, and a far occurrence needs several.
  const waitForNext = (): void => {
    if (running.isStopped) return;
    const ms = running.status.next.getTime() - now().getTime();
    const come = (): void => void (now() < running.status.next ? waitForNext() : fire(false));
    running.wait = setTimeout(come, Math.min(Math.max(ms, 1), LONGEST_WAIT_MS));
  };

  if (isPastDue || timer.runOnStartup) void fire(isPastDue);
  else waitForNext();
  return {
    stop() {
      running.isStopped = true;
      clearTimeout(running.wait);
    },
  };
}

async function startStatus(
  { name, schedule, statuses }: Timer,
  now: Date,
): Promise<{ readonly status: TimerStatus; readonly isPastDue: boolean }> {
  const stored = await statuses?.load(name);
  const start = statusAtStart(stored, schedule, now);
  if (start.status !== stored) await statuses?.save(name, start.status);
  return start;
}

/** Best effort, as on the platform: the run has happened whether or not we remember it. */
async function save({ name, statuses, warn }: Timer, status: TimerStatus): Promise<void> {
  try {
    await statuses?.save(name, status);
  } catch (error) {
    warn(`Cannot remember when the timer ${name} ran: ${reason(error)}`);
  }
}
