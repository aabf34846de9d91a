import { odata, TableClient, type TransactionAction } from '@azure/data-tables';
import { type QueueClient, QueueServiceClient } from '@azure/storage-queue';
import pMap from 'p-map';

const STATE = 'now:state';
/** As long as a message that sends a letter. */
const MESSAGE_CHARACTERS = 180;

type Row = { partitionKey: string; rowKey: string };

/** A customer's partition, and the rows that its night wrote there. */
type Written = { readonly partitionKey: string; readonly rows: readonly Row[] };

/** The requests of a night without the night: the SDK's own clients, on tables of their own. */
export type BareLoop = {
  /** What a night of ours has written since the last call, made ready to be written again. */
  prepare(): Promise<readonly Written[]>;
  run(customers: readonly Written[], concurrency: number): Promise<unknown>;
};

export async function bareLoop(connectionString: string): Promise<BareLoop> {
  const table = (name: string): TableClient =>
    TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  const bare = table('Bare');
  const queue = QueueServiceClient.fromConnectionString(connectionString).getQueueClient('bare');
  await bare.createTable();
  await queue.create();
  const seen = new Set<string>();
  return {
    prepare: () => newRows(table('Customers'), bare, seen),
    run: (customers, concurrency) =>
      pMap(customers, (customer) => bareCustomer(customer, bare, queue), { concurrency }),
  };
}

/** Facts and deliveries are not the evaluation's doing: they are copied at once. */
async function newRows(
  from: TableClient,
  to: TableClient,
  seen: Set<string>,
): Promise<readonly Written[]> {
  const all = await Array.fromAsync(from.listEntities<Row>());
  const rows = all.map(({ etag: _etag, timestamp: _timestamp, ...row }) => row);
  const given = rows.filter(({ rowKey }) => rowKey.startsWith('now:') && rowKey !== STATE);
  await pMap(given, (row) => to.upsertEntity(row, 'Replace'), { concurrency: 16 });

  const isNew = ({ partitionKey, rowKey }: Row): boolean =>
    rowKey === STATE || (!rowKey.startsWith('now:') && !seen.has(`${partitionKey}/${rowKey}`));
  const written = rows.filter(isNew);
  for (const { partitionKey, rowKey } of written) seen.add(`${partitionKey}/${rowKey}`);
  const byCustomer = Map.groupBy(written, ({ partitionKey }) => partitionKey);
  return [...byCustomer].map(([partitionKey, of]) => ({ partitionKey, rows: of }));
}

/** One query, one transaction, and a message where there is a letter. */
async function bareCustomer(
  { partitionKey, rows }: Written,
  table: TableClient,
  queue: QueueClient,
): Promise<void> {
  const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${'now:'} and RowKey lt ${'now;'}`;
  const read = await Array.fromAsync(table.listEntities<Row>({ queryOptions: { filter } }));
  const state = read.find(({ rowKey }) => rowKey === STATE);
  await table.submitTransaction(rows.map((row) => saved(row, state?.etag)));
  for (const { rowKey } of rows)
    if (rowKey.startsWith('outbox:')) await queue.sendMessage(rowKey.padEnd(MESSAGE_CHARACTERS));
}

const saved = (row: Row, etag: string | undefined): TransactionAction =>
  row.rowKey === STATE && etag !== undefined
    ? ['update', row, 'Replace', { etag }]
    : ['create', row];
