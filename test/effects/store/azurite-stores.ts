import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableClient } from '@azure/data-tables';
import { startStorage } from '../../../local/storage/start-storage.ts';
import { customersTable } from '../../../shared/effects/store/customers/customers-table.ts';
import { factsTable } from '../../../shared/effects/store/customers/facts-table.ts';
import { outboxTable } from '../../../shared/effects/store/customers/outbox-table.ts';
import { peopleTable } from '../../../shared/effects/store/customers/people-table.ts';
import { receiptsTable } from '../../../shared/effects/store/customers/receipts-table.ts';
import { deskTable } from '../../../shared/effects/store/desk-table.ts';
import { directoryTable } from '../../../shared/effects/store/directory-table.ts';
import { identitiesTable } from '../../../shared/effects/store/identities-table.ts';
import { paceRow } from '../../../shared/effects/store/pace-row.ts';
import { prepareStorage } from '../../../shared/effects/store/prepare-storage.ts';
import { pastNightsTable } from '../../../shared/effects/store/runs/past-nights-table.ts';
import { runsTable } from '../../../shared/effects/store/runs/runs-table.ts';
import { sentMessagesTable } from '../../../shared/effects/store/sent-messages-table.ts';
import { queueService, tableClient } from '../../../shared/effects/store/storage-clients.ts';
import { waitingEmailsTable } from '../../../shared/effects/store/waiting-emails-table.ts';
import type { Desk } from '../../../shared/run/desk/desk-port.ts';
import type { People } from '../../../shared/run/desk/people-port.ts';
import type { SendPace, WaitingEmails } from '../../../shared/run/email/dispatch-ports.ts';
import type { PastNights } from '../../../shared/run/forget-nights.ts';
import type { Customers, Outbox, Runs, SentMessages } from '../../../shared/run/ports.ts';
import type { Directory, Identities } from '../../../shared/run/pull/directory-ports.ts';
import type { PulledFacts, Receipts } from '../../../shared/run/pull/pull-ports.ts';

export type Stores = {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly sentMessages: SentMessages;
  readonly pastNights: PastNights;
  readonly pace: SendPace;
  readonly waitingEmails: WaitingEmails;
  readonly desk: Desk;
  readonly facts: PulledFacts;
  readonly identities: Identities;
  readonly receipts: Receipts;
  readonly people: People;
};

/** Embedded storage for one test file. */
export async function azuriteStores() {
  const folder = mkdtempSync(join(tmpdir(), 'duewatch-tables-'));
  const storage = await startStorage({ folder });
  let opened = 0;
  return {
    /** The stores over tables of their own; `wrap` stands between them and each client. */
    async open(wrap = (client: TableClient): TableClient => client): Promise<Stores> {
      opened += 1;
      const [customers, dryRunFacts, runs, directory, mail, identities, receipts] = [
        tableClient(storage, `Customers${opened}`),
        tableClient(storage, `DryRunFacts${opened}`),
        tableClient(storage, `Runs${opened}`),
        tableClient(storage, `Directory${opened}`),
        tableClient(storage, `Mail${opened}`),
        tableClient(storage, `Identities${opened}`),
        tableClient(storage, `Receipts${opened}`),
      ] as const;
      await prepareStorage(
        [customers, dryRunFacts, runs, directory, mail, identities, receipts],
        queueService(storage),
      );
      return {
        runs: runsTable(wrap(runs)),
        customers: customersTable(wrap(customers), wrap(dryRunFacts)),
        sentMessages: sentMessagesTable(wrap(mail)),
        pastNights: pastNightsTable(wrap(runs), wrap(mail)),
        pace: paceRow(wrap(mail)),
        waitingEmails: waitingEmailsTable(wrap(mail)),
        outbox: outboxTable(wrap(customers), wrap(runs)),
        directory: directoryTable(wrap(directory)),
        desk: deskTable(wrap(runs)),
        facts: factsTable(wrap(customers), wrap(dryRunFacts)),
        identities: identitiesTable(wrap(identities)),
        receipts: receiptsTable(wrap(receipts)),
        people: peopleTable(wrap(customers)),
      };
    },
    async stop(): Promise<void> {
      await storage.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
