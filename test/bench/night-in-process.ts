import { join } from 'node:path';
import { startStorage } from '../../local/storage/start-storage.ts';
import { build, type Live } from '../../shared/live.ts';
import { closeRun } from '../../shared/run/close-run.ts';
import { sendEmail } from '../../shared/run/email/send-email.ts';
import { evaluateCustomers } from '../../shared/run/evaluate-customers.ts';
import type { Queues } from '../../shared/run/ports.ts';
import { pullSource } from '../../shared/run/pull/pull-source.ts';
import { readSettings } from '../../shared/settings.ts';

/** A message that was queued, and the work it stands for. */
export type Waiting = { readonly step: keyof Queues; run(): Promise<void> };

export type NightInProcess = {
  readonly needs: Live;
  readonly waiting: Waiting[];
  readonly connectionString: string;
};

type NightPlace = {
  readonly data: string;
  readonly folder: string;
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * The app's steps over real storage, without a host: each message is really queued, and waits here
 * to be worked off in whatever order the bench likes.
 */
export async function withNight<Result>(
  { data, folder, settings: more = {} }: NightPlace,
  work: (night: NightInProcess) => Promise<Result>,
): Promise<Result> {
  const storage = await startStorage({ folder: join(folder, 'state'), fresh: true });
  try {
    const settings = {
      AzureWebJobsStorage: storage.connectionString,
      FILES_FOLDER: data,
      OUTBOX_FOLDER: join(folder, 'outbox'),
      STAGING_FOLDER: join(folder, 'staging'),
      ...more,
    };
    const live = await build(readSettings(settings));
    await live.prepare();
    const { connectionString } = storage;
    return await work({ ...withWaiting(live), connectionString });
  } finally {
    await storage.stop();
  }
}

function withWaiting(live: Live): Pick<NightInProcess, 'needs' | 'waiting'> {
  const waiting: Waiting[] = [];
  const queued =
    <Message>(
      step: keyof Queues,
      send: (message: Message) => Promise<void>,
      work: (message: Message, needs: Live) => Promise<unknown>,
    ) =>
    async (message: Message): Promise<void> => {
      await send(message);
      waiting.push({ step, run: async () => void (await work(message, needs)) });
    };
  const { queues } = live;
  const needs: Live = {
    ...live,
    queues: {
      pullSource: queued('pullSource', queues.pullSource, pullSource),
      evaluateCustomers: queued('evaluateCustomers', queues.evaluateCustomers, evaluateCustomers),
      closeRun: queued('closeRun', queues.closeRun, closeRun),
      sendEmail: queued('sendEmail', queues.sendEmail, sendEmail),
      dispatchEmails: queues.dispatchEmails,
    },
  };
  return { needs, waiting };
}
