import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { startStorage } from '../../../local/storage/start-storage.ts';
import { customersTable } from '../../../shared/effects/store/customers-table.ts';
import { outboxTable } from '../../../shared/effects/store/outbox-table.ts';
import { prepareStorage } from '../../../shared/effects/store/prepare-storage.ts';
import { runsTable } from '../../../shared/effects/store/runs-table.ts';
import { queueService, tableClient } from '../../../shared/effects/store/storage-clients.ts';
import { keepsCustomers } from '../../contracts/customers.ts';
import { keepsAnOutbox } from '../../contracts/outbox.ts';
import { keepsRuns } from '../../contracts/runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'duewatch-tables-'));
const storage = await startStorage({ folder });
const tables = {
  customers: tableClient(storage, 'Customers'),
  dryRunFacts: tableClient(storage, 'DryRunFacts'),
  runs: tableClient(storage, 'Runs'),
};
await prepareStorage(Object.values(tables), queueService(storage));

afterAll(async () => {
  await storage.stop();
  rmSync(folder, { recursive: true });
});

const stores = {
  runs: runsTable(tables.runs),
  customers: customersTable(tables.customers, tables.dryRunFacts),
  outbox: outboxTable(tables.customers, tables.runs),
};

describe('runs in a table', () => keepsRuns(() => stores.runs));
describe('customers in tables', () => keepsCustomers(() => stores));
describe('the outbox in tables', () => keepsAnOutbox(() => stores));
