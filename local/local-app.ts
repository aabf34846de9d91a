import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Live } from '../shared/live.ts';
import { chosenTransport, readSettings, type Settings } from '../shared/settings.ts';
import { APP_FOLDER, buildApp } from './build-app.ts';
import { type Host, startHost } from './host/host.ts';
import type { Log } from './host/log-entry.ts';
import { stopList } from './host/stop-list.ts';
import { startStorage } from './storage/start-storage.ts';

export type LocalApp = {
  readonly host: Host;
  readonly live: Live;
  /** Where e-mail goes, as the end of a sentence. */
  readonly emailGoes: string;
  stop(): Promise<void>;
};

export type LocalAppOptions = {
  readonly data: string;
  readonly policy: string | undefined;
  readonly state: string;
  readonly fresh: boolean;
  readonly http: { readonly host: string; readonly port: number } | undefined;
  readonly timers: boolean;
  /** Settings for this start alone, which come before all others. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onPart: (name: string) => void;
  readonly onLost: (error: Error) => void;
  readonly log: Log;
};

/** One machine has one worker: what a killed one held is taken up again after this long. */
const LEASE_SECONDS = 60;

/** The whole app on this machine: built, over its storage, behind the stand-in host. */
export async function startLocalApp(options: LocalAppOptions): Promise<LocalApp> {
  const { state } = options;
  const environment = appEnvironment(options);
  checkSettings(environment);
  options.onPart('build');
  await buildApp();
  options.onPart('storage');
  const elsewhere = storageElsewhere();
  const storage =
    elsewhere === undefined
      ? await startStorage({ folder: state, fresh: options.fresh, onLost: options.onLost })
      : { connectionString: elsewhere, stop: async () => undefined };
  const stops = stopList();
  stops.add(storage.stop);
  try {
    if (options.fresh) await emptyOutbox(state);
    options.onPart('start');
    const host = await startHost({
      appFolder: APP_FOLDER,
      connectionString: storage.connectionString,
      environment,
      ...(options.http !== undefined && { http: options.http }),
      timers: options.timers,
      keysFile: join(state, 'keys.json'),
      leaseSeconds: LEASE_SECONDS,
      log: options.log,
    });
    stops.add(host.stop);
    const settings = readSettings(process.env);
    const live = await build(settings);
    return { host, live, emailGoes: emailGoes(settings), stop: stops.stop };
  } catch (error) {
    // It would poll its queues for ever, and the command would never end.
    await stops.stop();
    throw error;
  }
}

/** The app would say so as well, but of the first of its files, and after a build. */
function checkSettings(environment: Readonly<Record<string, string>>): void {
  const { env } = process;
  const AzureWebJobsStorage = env['AzureWebJobsStorage'] || 'UseDevelopmentStorage=true';
  readSettings({ ...env, ...environment, AzureWebJobsStorage });
}

/** Storage that the settings point at, when it is not the emulator's usual place. */
function storageElsewhere(): string | undefined {
  const set = process.env['AzureWebJobsStorage'] ?? '';
  return set === '' || set === 'UseDevelopmentStorage=true' ? undefined : set;
}

function emailGoes(settings: Settings): string {
  switch (chosenTransport(settings)) {
    case 'folder':
      return `in ${settings.OUTBOX_FOLDER}`;
    case 'acs':
      return 'through Azure Communication Services';
    case 'smtp':
      return 'through the SMTP server';
  }
}

const emptyOutbox = async (state: string): Promise<void> => {
  await rm(join(state, 'outbox'), { recursive: true, force: true });
};

const appEnvironment = ({ data, policy, state, settings }: LocalAppOptions) => ({
  FILES_FOLDER: data,
  FILES_CONTAINER: '',
  POLICY_FILE: policy ?? '',
  OUTBOX_FOLDER: process.env['OUTBOX_FOLDER'] || join(state, 'outbox'),
  STAGING_FOLDER: process.env['STAGING_FOLDER'] || join(state, 'staging'),
  ...settings,
});
