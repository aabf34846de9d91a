import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Runs } from '../../../run/ports.ts';
import { isActive, Run } from '../../../run/run.ts';
import { encodeKey } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isNotFound } from '../rest-errors.ts';
import { loadRun } from './run-row.ts';

export const INDEX = 'index';
const LATEST_INSTANT = 8_640_000_000_000_000;

const Keyed = z.object({ rowKey: z.string() });

/** Newest first, because rows are kept in the order of their keys. */
export const indexKey = ({ startedAt, id }: Pick<Run, 'startedAt' | 'id'>): string =>
  `${instantKey(Date.parse(startedAt))}:${encodeKey(id)}`;

const instantKey = (milliseconds: number): string =>
  `${LATEST_INSTANT - milliseconds}`.padStart(16, '0');

/** The index shows a run as it was when its status last changed, without its policy. */
export async function listRun(table: TableClient, run: Run): Promise<void> {
  const row = packRow(indexKey(run), JSON.stringify({ ...run, policyText: '' }));
  await table.upsertEntity({ partitionKey: INDEX, ...row }, 'Replace');
}

/** A run that the index shows under way is read itself: it may have ended since. */
export function runIndex(table: TableClient): Pick<Runs, 'recent'> {
  return {
    async recent(limit, after) {
      const all = await listedAfter(table, after, limit);
      const read = all
        .slice(0, limit)
        .map(async (run) => (isActive(run) ? (await loadRun(table, run.id))?.value : run));
      return (await Promise.all(read)).filter((run) => run !== undefined);
    },
  };
}

/** Those that were started before an instant, the newest of them first. */
export const listedBefore = (table: TableClient, instant: Date, limit: number): Promise<Run[]> =>
  listed(table, `${instantKey(instant.getTime())};`, limit);

async function listedAfter(
  table: TableClient,
  after: Pick<Run, 'startedAt' | 'id'> | undefined,
  limit: number,
): Promise<Run[]> {
  return await listed(table, after === undefined ? '' : indexKey(after), limit);
}

/** Where nothing has ever run there is no table either, and somebody may look all the same. */
async function listed(table: TableClient, from: string, limit: number): Promise<Run[]> {
  const filter = odata`PartitionKey eq ${INDEX} and RowKey gt ${from}`;
  const found: Run[] = [];
  try {
    const pages = table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: limit });
    for await (const page of pages) {
      found.push(...page.map(readListed));
      if (found.length >= limit) break;
    }
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  return found;
}

function readListed(row: unknown): Run {
  const { rowKey } = Keyed.parse(row);
  return Run.parse(JSON.parse(unpackRows(rowKey, [row]) ?? ''));
}
