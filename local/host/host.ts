import { setTimeout as sleep } from 'node:timers/promises';
import { setEnvironment } from './environment.ts';
import { appFunctions } from './functions.ts';
import { readHostJson } from './host-json.ts';
import { type Keys, openKeys } from './http/keys.ts';
import { serveHttp } from './http/serve-http.ts';
import { readPackage } from './load-app.ts';
import type { Log } from './log-entry.ts';
import { queueSettings } from './queues/queue-settings.ts';
import { type RunningQueues, startQueues } from './queues/start-queues.ts';
import { type RunByName, runByName } from './run-by-name.ts';
import { settingsOf } from './settings.ts';
import { startApp } from './start-app.ts';
import { type StopList, stopList } from './stop-list.ts';
import { storageAccess } from './storage-access.ts';
import { hostTimerStatuses, startTimers, timerFunctions } from './timers/start-timers.ts';
import { type WorkInFlight, workInFlight } from './work-in-flight.ts';

export type HostOptions = {
  /** Has a package.json whose `main` names the app's files, and a host.json. */
  readonly appFolder: string;
  /** Becomes AzureWebJobsStorage, for the app and for the host. */
  readonly connectionString: string;
  /** The app's settings, set in process.env until the host stops. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Port 0 takes any free one. Without this, no HTTP is served. */
  readonly http?: { readonly host: string; readonly port: number };
  readonly timers: boolean;
  /** Where keys are kept; without a file they are new at each start. */
  readonly keysFile?: string;
  readonly log: Log;
  /** How long stop() waits for what is running: 10 s if not said. */
  readonly stopWithinMs?: number;
  /** How long the messages of a killed host stay unseen: 600 if not said, as on the platform. */
  readonly leaseSeconds?: number;
};

export type Host = {
  /** Where HTTP is served, without a slash at the end; undefined where it is not. */
  readonly url: string | undefined;
  readonly keys: Keys;
  readonly functionNames: readonly string[];
  /** Runs a timer or queue function by name, as the platform's admin route does. */
  readonly run: RunByName;
  /** Ends once nothing runs and no queue that a function listens to holds a message. */
  idle(signal?: AbortSignal): Promise<void>;
  /** Takes no new work, waits for what runs, tells the app. */
  stop(): Promise<void>;
};

const STOP_WITHIN_MS = 10_000;
const LEASE_SECONDS = 600;
const IDLE_POLL_MS = 50;

/**
 * Runs a function app on this machine as the Functions host does in Azure: the app's own files,
 * registrations and host.json, real queues, timers and HTTP. Throws HostError for an app that
 * cannot be started, and leaves nothing running then.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const stops = stopList();
  try {
    return await start(options, stops);
  } catch (error) {
    await stops.stop();
    throw error;
  }
}

async function start(options: HostOptions, stops: StopList): Promise<Host> {
  const { appFolder, log } = options;
  const AzureWebJobsStorage = options.connectionString;
  stops.add(setEnvironment({ ...options.environment, AzureWebJobsStorage }));
  const setting = settingsOf(process.env);
  const hostJson = readHostJson(appFolder);
  const settings = queueSettings(hostJson.extensions.queues, setting);
  const storage = storageAccess(setting, settings.messageEncoding);
  const work = workInFlight();

  const app = await startApp(appFolder, log, stops);
  const functions = appFunctions({ app, storage, work });
  const timers = timerFunctions(functions, storage);
  const statuses = () => hostTimerStatuses(storage, readPackage(appFolder).name ?? 'local');
  const run = runByName({ functions, timers, statuses });
  const functionNames = functions.map(({ name }) => name);
  const keys = openKeys(options.keysFile, functionNames);

  const http =
    options.http &&
    (await serveHttp({ ...options.http, hostJson, app, functions, keys, run, work, log }));
  if (http) stops.add(http.closeConnections);
  stops.add(() => settle(work, options));
  if (http) stops.add(http.stop);
  const leaseSeconds = options.leaseSeconds ?? LEASE_SECONDS;
  const queues = await startQueues({ functions, storage, settings, leaseSeconds, work, log });
  stops.add(queues.stop);
  if (options.timers) stops.add((await startTimers(timers, statuses, log)).stop);

  const idle = (signal?: AbortSignal) => untilIdle(work, queues, signal);
  return { url: http?.url, keys, functionNames, run, idle, stop: stops.stop };
}

async function settle(work: WorkInFlight, { log, stopWithinMs }: HostOptions): Promise<void> {
  const ms = stopWithinMs ?? STOP_WITHIN_MS;
  if (await work.settle(ms)) return;
  const message = `Stopped with ${work.count} functions and requests still running after ${ms} ms`;
  log({ level: 'warning', category: 'host', message });
}

/** What ran while we counted may have moved a message to a queue that we had found empty. */
async function untilIdle(
  work: WorkInFlight,
  queues: RunningQueues,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (;;) {
    const { begun, count } = work;
    const isIdle = count === 0 && (await queues.areEmpty());
    if (isIdle && work.begun === begun) return;
    await sleep(IDLE_POLL_MS, undefined, signal ? { signal } : {});
  }
}
