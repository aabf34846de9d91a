import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableClient } from '@azure/data-tables';
import { startStorage } from '../../../local/storage/start-storage.ts';
import { customersTable } from '../../../shared/effects/store/customers-table.ts';
import { directoryTable } from '../../../shared/effects/store/directory-table.ts';
import { outboxTable } from '../../../shared/effects/store/outbox-table.ts';
import { prepareStorage } from '../../../shared/effects/store/prepare-storage.ts';
import { runsTable } from '../../../shared/effects/store/runs-table.ts';
import { sentMessagesTable } from '../../../shared/effects/store/sent-messages-table.ts';
import { queueService, tableClient } from '../../../shared/effects/store/storage-clients.ts';
import type { Directory } from '../../../shared/run/directory-ports.ts';
import type { Customers, Outbox, Runs, SentMessages } from '../../../shared/run/ports.ts';

export type Stores = {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly sentMessages: SentMessages;
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
      const [customers, dryRunFacts, runs, directory, mail] = [
        tableClient(storage, `Customers${opened}`),
        tableClient(storage, `DryRunFacts${opened}`),
        tableClient(storage, `Runs${opened}`),
        tableClient(storage, `Directory${opened}`),
        tableClient(storage, `Mail${opened}`),
      ] as const;
      await prepareStorage([customers, dryRunFacts, runs, directory, mail], queueService(storage));
      return {
        runs: runsTable(wrap(runs)),
        customers: customersTable(wrap(customers), wrap(dryRunFacts)),
        sentMessages: sentMessagesTable(wrap(mail)),
        outbox: outboxTable(wrap(customers), wrap(runs)),
        directory: directoryTable(wrap(directory)),
      };
    },
    async stop(): Promise<void> {
      await storage.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
