import { createHash, randomUUID } from 'node:crypto';
import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { KnownIdentity } from '../../ledger/known-identity.ts';
import type { Identities, ReadIdentities } from '../../run/pull/directory-ports.ts';
import { RunId } from '../../run/run.ts';
import { encodeKey, prefixBounds } from './keys.ts';
import { packRow, unpackRows } from './packed-rows.ts';
import { portions } from './portions.ts';
import { isConflict, isNotFound } from './rest-errors.ts';

const HEAD = 'head';
const PER_ROW = 1000;
const REMOVED_AT_ONCE = 100;

/** Which generation of rows is right, since which run, and what is in it. */
const Head = z.object({
  etag: z.string(),
  runId: RunId,
  generation: z.string(),
  digest: z.string(),
});
type Head = z.infer<typeof Head>;

/**
 * Rows are written under a name of their own, a generation, before the head names it: so that what
 * is read is one reader's, wholly, and an unchanged reading costs the head alone.
 */
export function identitiesTable(table: TableClient): Identities {
  return {
    async load(run, source) {
      const partitionKey = partitionOf(run, source);
      const head = await readHead(table, partitionKey);
      return head && stored(table, partitionKey, head);
    },

    async save(run, source, found) {
      const partitionKey = partitionOf(run, source);
      const head = await readHead(table, partitionKey);
      if (head?.runId === run.id) return stored(table, partitionKey, head);

      const digest = digestOf(found);
      const isSame = head?.digest === digest;
      const generation = isSame ? head.generation : randomUUID();
      if (!isSame) await writeRows(table, partitionKey, generation, found);
      const next = { partitionKey, rowKey: HEAD, runId: run.id, generation, digest };
      if (!(await isSaved(table, next, head?.etag))) return await this.save(run, source, found);
      if (!isSame) await removeOthers(table, partitionKey, generation);
      return {
        runId: run.id,
        pages: async function* () {
          yield found;
        },
      };
    },
  };
}

const partitionOf = ({ dryRun }: { readonly dryRun: boolean }, source: string): string =>
  `${dryRun ? 'dry-run' : 'night'}:${encodeKey(source)}`;

const rowPrefix = (generation: string): string => `${generation}:`;

async function readHead(table: TableClient, partitionKey: string): Promise<Head | undefined> {
  try {
    return Head.parse(await table.getEntity(partitionKey, HEAD));
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

const stored = (
  table: TableClient,
  partitionKey: string,
  { runId, generation }: Pick<Head, 'runId' | 'generation'>,
): ReadIdentities => ({ runId, pages: () => readRows(table, partitionKey, generation) });

/** Bit by bit: all of them as one text are as much again. */
function digestOf(found: readonly KnownIdentity[]): string {
  const hash = createHash('sha256');
  for (const each of found) hash.update(`${JSON.stringify(each)}\n`);
  return hash.digest('base64url');
}

async function* readRows(
  table: TableClient,
  partitionKey: string,
  generation: string,
): AsyncGenerator<readonly KnownIdentity[], void> {
  const { from, to } = prefixBounds(rowPrefix(generation));
  const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`;
  for await (const row of table.listEntities<{ rowKey: string }>({ queryOptions: { filter } }))
    yield z.array(KnownIdentity).parse(JSON.parse(unpackRows(row.rowKey, [row]) ?? '[]'));
}

async function writeRows(
  table: TableClient,
  partitionKey: string,
  generation: string,
  found: readonly KnownIdentity[],
): Promise<void> {
  let number = 0;
  for (const some of portions(found, PER_ROW)) {
    const rowKey = `${rowPrefix(generation)}${`${number}`.padStart(6, '0')}`;
    await table.upsertEntity({ partitionKey, ...packRow(rowKey, JSON.stringify(some)) }, 'Replace');
    number += 1;
  }
}

/** False where another reader was first. */
async function isSaved(
  table: TableClient,
  row: { partitionKey: string; rowKey: string },
  etag: string | undefined,
): Promise<boolean> {
  try {
    if (etag === undefined) await table.createEntity(row);
    else await table.updateEntity(row, 'Replace', { etag });
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

/** Earlier generations, and those of readers that came second or died. */
async function removeOthers(
  table: TableClient,
  partitionKey: string,
  generation: string,
): Promise<void> {
  const filter = odata`PartitionKey eq ${partitionKey}`;
  const queryOptions = { filter, select: ['rowKey'] };
  const others: string[] = [];
  for await (const { rowKey } of table.listEntities<{ rowKey: string }>({ queryOptions }))
    if (rowKey !== HEAD && !rowKey.startsWith(rowPrefix(generation))) others.push(rowKey);
  for (const some of portions(others, REMOVED_AT_ONCE)) await removeRows(table, partitionKey, some);
}

/** Another reader may be removing them, too: what is left goes the next time. */
async function removeRows(
  table: TableClient,
  partitionKey: string,
  rowKeys: readonly string[],
): Promise<void> {
  try {
    await table.submitTransaction(rowKeys.map((rowKey) => ['delete', { partitionKey, rowKey }]));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
