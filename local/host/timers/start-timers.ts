import type { AppFunction } from '../functions.ts';
import type { Log } from '../log-entry.ts';
import { resolveSettings } from '../settings.ts';
import type { StorageAccess } from '../storage-access.ts';
import { readSchedule, type TimerSchedule } from './timer-schedule.ts';
import { timerInfo } from './timer-status.ts';
import { type TimerStatuses, timerStatusBlobs } from './timer-status-blob.ts';
import { type RunningTimer, startTimer } from './timers.ts';

export type TimerFunction = {
  readonly function: AppFunction;
  readonly schedule: TimerSchedule;
  readonly runOnStartup: boolean;
  readonly isMonitored: boolean;
};

/** Throws HostError for a schedule that is none. */
export function timerFunctions(
  functions: readonly AppFunction[],
  { setting }: StorageAccess,
): TimerFunction[] {
  return functions.flatMap((each) => {
    if (each.trigger.type !== 'timerTrigger') return [];
    const { runOnStartup, useMonitor } = each.trigger;
    const schedule = readSchedule(resolveSettings(each.trigger.schedule, setting));
    const isMonitored = useMonitor && schedule.isMonitored;
    return { function: each, schedule, runOnStartup, isMonitored };
  });
}

export async function startTimers(
  timers: readonly TimerFunction[],
  statuses: () => Promise<TimerStatuses>,
  log: Log,
): Promise<RunningTimer> {
  const running: RunningTimer[] = [];
  for (const { function: each, isMonitored, ...timer } of timers) {
    const { name } = each;
    const warn = (message: string): void =>
      log({ level: 'warning', category: 'host', message, functionName: name });
    const kept = isMonitored ? await statuses() : undefined;
    const run = (json: string) => each.run({ data: { json } });
    running.push(await startTimer({ ...timer, name, statuses: kept, run, warn }, () => new Date()));
  }
  return { stop: () => running.forEach((each) => void each.stop()) };
}

/** What a timer is given when it is run by hand: no occurrence is taken for it. */
export async function manualTimerInfo(
  { function: { name }, isMonitored }: TimerFunction,
  statuses: () => Promise<TimerStatuses>,
): Promise<string> {
  const status = isMonitored ? await (await statuses()).load(name) : undefined;
  return timerInfo(status, false);
}

export async function hostTimerStatuses(
  storage: StorageAccess,
  appName: string,
): Promise<TimerStatuses> {
  const container = await storage.container('AzureWebJobsStorage', 'azure-webjobs-hosts');
  return timerStatusBlobs(container, storage.setting('AzureFunctionsWebHost__hostid') ?? appName);
}
