import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Runs } from '../../../run/ports.ts';
import { isActive, Run } from '../../../run/run.ts';
import { encodeKey } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isNotFound } from '../rest-errors.ts';
import { loadRun } from './run-row.ts';

const INDEX = 'index';
const LATEST_INSTANT = 8_640_000_000_000_000;

const Keyed = z.object({ rowKey: z.string() });

/** Newest first, because rows are kept in the order of their keys. */
const indexKey = ({ startedAt, id }: Pick<Run, 'startedAt' | 'id'>): string =>
  `${`${LATEST_INSTANT - Date.parse(startedAt)}`.padStart(16, '0')}:${encodeKey(id)}`;

/** The index shows a run as it was when its status last changed, without its policy. */
export async function listRun(table: TableClient, run: Run): Promise<void> {
  const row = packRow(indexKey(run), JSON.stringify({ ...run, policyText: '' }));
  await table.upsertEntity({ partitionKey: INDEX, ...row }, 'Replace');
}

/** A run that the index shows under way is read itself: it may have ended since. */
export function runIndex(table: TableClient): Pick<Runs, 'recent'> {
  return {
    async recent(limit, after) {
      const listed = await listedAfter(table, after, limit);
      const read = listed
        .slice(0, limit)
        .map(async (run) => (isActive(run) ? (await loadRun(table, run.id))?.value : run));
      return (await Promise.all(read)).filter((run) => run !== undefined);
    },
  };
}

/** Where nothing has ever run there is no table either, and somebody may look all the same. */
async function listedAfter(
  table: TableClient,
  after: Pick<Run, 'startedAt' | 'id'> | undefined,
  limit: number,
): Promise<Run[]> {
  const from = after === undefined ? '' : indexKey(after);
  const filter = odata`PartitionKey eq ${INDEX} and RowKey gt ${from}`;
  const listed: Run[] = [];
  try {
    const pages = table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: limit });
    for await (const page of pages) {
      listed.push(...page.map(readListed));
      if (listed.length >= limit) break;
    }
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  return listed;
}

function readListed(row: unknown): Run {
  const { rowKey } = Keyed.parse(row);
  return Run.parse(JSON.parse(unpackRows(rowKey, [row]) ?? ''));
}
