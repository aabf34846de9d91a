import { setTimeout } from 'node:timers/promises';
import { emailRenderer } from './effects/email/render-email.ts';
import { customersTable } from './effects/store/customers/customers-table.ts';
import { factsTable } from './effects/store/customers/facts-table.ts';
import { outboxTable } from './effects/store/customers/outbox-table.ts';
import { peopleTable } from './effects/store/customers/people-table.ts';
import { receiptsTable } from './effects/store/customers/receipts-table.ts';
import { deskTable } from './effects/store/desk-table.ts';
import { directoryTable } from './effects/store/directory-table.ts';
import { identitiesTable } from './effects/store/identities-table.ts';
import { paceRow } from './effects/store/pace-row.ts';
import { prepareStorage } from './effects/store/prepare-storage.ts';
import { queueDepths } from './effects/store/queue-depths.ts';
import { pastNightsTable } from './effects/store/runs/past-nights-table.ts';
import { runsTable } from './effects/store/runs/runs-table.ts';
import { sentMessagesTable } from './effects/store/sent-messages-table.ts';
import { queueService, tableClient } from './effects/store/storage-clients.ts';
import { storageQueues } from './effects/store/storage-queues.ts';
import { waitingEmailsTable } from './effects/store/waiting-emails-table.ts';
import { liveBusinessCentral } from './live-business-central.ts';
import { liveLimits, liveTransport } from './live-email.ts';
import { livePartnerCenter } from './live-partner-center.ts';
import { liveAccount, liveSource } from './live-sources.ts';
import { tellRetry } from './run/retries.ts';
import { readSettings, type Settings } from './settings.ts';

/** Everything the steps need, for real. */
export type Live = Awaited<ReturnType<typeof build>>;

let settings: Settings | undefined;
let built: Promise<Live> | undefined;

/** What the clients of other systems have around them. */
const SURROUNDINGS = {
  fetch: globalThis.fetch,
  now: () => new Date(),
  sleep: async (ms: number): Promise<void> => {
    await setTimeout(ms);
  },
  random: Math.random,
  onRetry: tellRetry,
};

/** Read once per worker; a worker with wrong settings does not start. */
export function liveSettings(): Settings {
  settings ??= readSettings(process.env);
  return settings;
}

/** Built once per worker, at its first message; where that fails, at the next one again. */
export function live(): Promise<Live> {
  built ??= build(liveSettings()).catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

const timesOfNights = (set: Settings) => ({
  runDeadlineHours: set.RUN_DEADLINE_HOURS,
  nightMissingHours: set.NIGHT_MISSING_HOURS,
  nightsKeptDays: set.NIGHTS_KEPT_DAYS,
});

/** The only place that builds clients. */
export async function build(set: Settings) {
  const account = await liveAccount(set);
  const tables = {
    customers: tableClient(account, 'Customers'),
    dryRunFacts: tableClient(account, 'DryRunFacts'),
    runs: tableClient(account, 'Runs'),
    directory: tableClient(account, 'Directory'),
    mail: tableClient(account, 'Mail'),
    identities: tableClient(account, 'Identities'),
    receipts: tableClient(account, 'Receipts'),
  };
  const service = queueService(account);
  const partner = await livePartnerCenter(set, tables.runs, SURROUNDINGS);
  const { books, costs, policyText } = await liveSource(set, account);
  const accounts = liveBusinessCentral(set, tables.runs, SURROUNDINGS);
  return {
    clock: () => new Date(),
    directory: directoryTable(tables.directory),
    customers: customersTable(tables.customers, tables.dryRunFacts),
    desk: deskTable(tables.runs),
    facts: factsTable(tables.customers, tables.dryRunFacts),
    receipts: receiptsTable(tables.receipts),
    identities: identitiesTable(tables.identities),
    outbox: outboxTable(tables.customers, tables.runs),
    people: peopleTable(tables.customers),
    policyText,
    /** Undefined where nothing is set of Partner Center. */
    portal: partner?.portal,
    prepare: () => prepareStorage(Object.values(tables), service),
    queueDepths: queueDepths(service),
    queues: storageQueues(service),
    renderer: emailRenderer(set.PUBLIC_URL),
    limits: liveLimits(set),
    pace: paceRow(tables.mail),
    waitingEmails: waitingEmailsTable(tables.mail),
    ...timesOfNights(set),
    pastNights: pastNightsTable(tables.runs, tables.mail),
    runs: runsTable(tables.runs),
    sender: set.EMAIL_FROM,
    sources: [...books, ...accounts, ...(partner ? [partner.source] : []), ...costs],
    sentMessages: sentMessagesTable(tables.mail),
    transport: await liveTransport(set),
  };
}
