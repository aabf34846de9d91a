import { z } from 'zod';
import { Output, type QueueOutput, type TableOutput } from './bindings.ts';
import type { FunctionMetadata, InvocationResponse, TypedData } from './core-types.ts';
import { encodeMessage } from './queues/message-text.ts';
import { resolveSettings } from './settings.ts';
import type { StorageAccess } from './storage-access.ts';

/**
 * Writes what a function returned to its output bindings, after it has ended, as the platform does.
 * An array is several messages or rows. HTTP responses are not written here.
 */
export async function writeOutputs(
  { bindings }: FunctionMetadata,
  { outputData = [], returnValue }: InvocationResponse,
  storage: StorageAccess,
): Promise<void> {
  const returned = { name: '$return', data: returnValue };
  for (const { name, data } of [...outputData, returned]) {
    const binding = bindings[name];
    if (binding === undefined || data === null || data === undefined) continue;
    const output = Output.parse(binding);
    if (output.type === 'queue') await sendMessages(output, data, storage);
    if (output.type === 'table') await createRows(output, data, storage);
  }
}

async function sendMessages(
  { queueName, connection }: QueueOutput,
  data: TypedData,
  storage: StorageAccess,
): Promise<void> {
  const name = resolveSettings(queueName, storage.setting);
  const queue = await storage.queue(connection, name);
  await queue.createIfNotExists();
  for (const text of messageTexts(data))
    await queue.sendMessage(encodeMessage(text, storage.messageEncoding));
}

function messageTexts(data: TypedData): string[] {
  if ('string' in data) return [data.string];
  if ('bytes' in data) return [Buffer.from(data.bytes).toString()];
  return itemsOf(data).map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
}

const Row = z.record(z.string(), z.unknown());

/** The platform only ever creates rows: one that exists is an error, and the function has failed. */
async function createRows(
  { tableName, connection, ...keys }: TableOutput,
  data: TypedData,
  storage: StorageAccess,
): Promise<void> {
  const table = await storage.table(connection, resolveSettings(tableName, storage.setting));
  await table.createTable();
  for (const item of itemsOf(data)) {
    const { PartitionKey, RowKey, partitionKey, rowKey, ...rest } = Row.parse(item);
    await table.createEntity({
      ...rest,
      partitionKey: `${PartitionKey ?? partitionKey ?? keys.partitionKey ?? ''}`,
      rowKey: `${RowKey ?? rowKey ?? keys.rowKey ?? ''}`,
    });
  }
}

function itemsOf(data: TypedData): unknown[] {
  if ('json' in data || 'string' in data) {
    const value: unknown = JSON.parse('json' in data ? data.json : data.string);
    return Array.isArray(value) ? value : [value];
  }
  if ('int' in data) return [data.int];
  if ('double' in data) return [data.double];
  return [];
}
