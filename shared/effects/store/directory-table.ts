import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { DirectoryEntry } from '../../ledger/directory-entry.ts';
import type { Stored } from '../../run/ports.ts';
import type { Directory } from '../../run/pull/directory-ports.ts';
import { encodeKey } from './keys.ts';
import { packRow, unpackRows } from './packed-rows.ts';
import { isNotFound } from './rest-errors.ts';
import { unlessStale } from './unless-stale.ts';

const partitionKey = 'entries';
const ROWS_PER_PAGE = 1000;

const Keyed = z.object({ rowKey: z.string(), etag: z.string() });
const Saved = z.object({ etag: z.string() });

const saying = ({ customerId }: DirectoryEntry): string => `the directory entry of "${customerId}"`;

/** People's entries are few, and read together by every pull: so they share a partition. */
export function directoryTable(table: TableClient): Directory {
  return {
    async *entries() {
      const queryOptions = { filter: odata`PartitionKey eq ${partitionKey}` };
      const pages = table.listEntities({ queryOptions }).byPage({ maxPageSize: ROWS_PER_PAGE });
      for await (const page of pages) yield page.map(readEntry);
    },

    async load(customerId) {
      try {
        return readEntry(await table.getEntity(partitionKey, encodeKey(customerId)));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async save(etag, entry) {
      const row = {
        partitionKey,
        ...packRow(encodeKey(entry.customerId), JSON.stringify(entry)),
      };
      const saved = await unlessStale(saying(entry), () =>
        etag === undefined ? table.createEntity(row) : table.updateEntity(row, 'Replace', { etag }),
      );
      return { value: entry, ...Saved.parse(saved) };
    },

    async remove({ value, etag }) {
      await unlessStale(saying(value), () =>
        table.deleteEntity(partitionKey, encodeKey(value.customerId), { etag }),
      );
    },
  };
}

function readEntry(row: unknown): Stored<DirectoryEntry> {
  const { rowKey, etag } = Keyed.parse(row);
  return { value: DirectoryEntry.parse(JSON.parse(unpackRows(rowKey, [row]) ?? '')), etag };
}
