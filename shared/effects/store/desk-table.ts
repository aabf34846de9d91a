import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerRow } from '../../run/desk/customer-row.ts';
import { type Desk, type DeskWriter, SORTS, type Sort } from '../../run/desk/desk-port.ts';
import { Portfolio } from '../../run/desk/portfolio.ts';
import { RunId } from '../../run/run.ts';
import { encodeKey } from './keys.ts';
import { packRow, unpackRows } from './packed-rows.ts';
import { portions } from './portions.ts';
import { isNotFound } from './rest-errors.ts';
import { sortedRows } from './sorted-rows.ts';

export const NIGHTS = 'nights';
const NIGHT = 'desk:night';
/** A chunk is some 600 KB of JSON at most, and deflates well into an entity. */
const ROWS_PER_CHUNK = 1_000;

const chunkKey = (sort: Sort, index: number): string =>
  `desk:${sort}:${`${index}`.padStart(6, '0')}`;

/** Newest first, because rows are kept in the order of their keys. */
export const nightKey = (asOf: CalendarDate): string =>
  `${99_999_999 - Number(asOf.replaceAll('-', ''))}`.padStart(8, '0');

const Pointer = z.object({ runId: RunId });
const Night = z.object({ portfolio: Portfolio, rows: z.int(), rowsPerChunk: z.int() });
const Keyed = z.object({ rowKey: z.string() });

/** With the run: what its night looks like; in a partition of their own: which run a night was. */
export function deskTable(table: TableClient): Desk {
  return {
    open: (id) => deskWriter(table, id),

    async show({ id, asOf }) {
      const row = { partitionKey: NIGHTS, rowKey: nightKey(asOf), runId: id };
      await table.upsertEntity(row, 'Replace');
    },

    nightOn: (asOf) =>
      asOf === undefined
        ? firstNight(table, odata`PartitionKey eq ${NIGHTS}`)
        : firstNight(table, odata`PartitionKey eq ${NIGHTS} and RowKey eq ${nightKey(asOf)}`),

    nightBefore: (asOf) =>
      firstNight(table, odata`PartitionKey eq ${NIGHTS} and RowKey gt ${nightKey(asOf)}`),

    async night(id) {
      try {
        const row = await table.getEntity(encodeKey(id), NIGHT);
        return Night.parse(JSON.parse(unpackRows(NIGHT, [row]) ?? ''));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async chunks(id, sort, from, to) {
      const filter = odata`PartitionKey eq ${encodeKey(id)} and RowKey ge ${chunkKey(sort, from)} and RowKey lt ${chunkKey(sort, to)}`;
      const rows = await Array.fromAsync(table.listEntities({ queryOptions: { filter } }));
      return rows.map((row) => {
        const text = unpackRows(Keyed.parse(row).rowKey, [row]);
        return z.array(CustomerRow).parse(JSON.parse(text ?? ''));
      });
    },
  };
}

/** One round trip; the table has no `first`, so the page is of one row. */
async function firstNight(table: TableClient, filter: string): Promise<RunId | undefined> {
  const pages = table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 1 });
  try {
    for await (const [row] of pages) if (row !== undefined) return Pointer.parse(row).runId;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  return undefined;
}

/** The night itself is written last: who reads it finds all its chunks. */
function deskWriter(table: TableClient, id: RunId): DeskWriter {
  const sorted = sortedRows();
  const partitionKey = encodeKey(id);
  return {
    add: (rows) => sorted.add(rows),
    async save(portfolio) {
      const rows = sorted.count();
      for (const sort of SORTS) {
        let index = 0;
        for (const chunk of portions(sorted.by(sort), ROWS_PER_CHUNK)) {
          const row = packRow(chunkKey(sort, index), `[${chunk.join(',')}]`);
          await table.upsertEntity({ partitionKey, ...row }, 'Replace');
          index += 1;
        }
      }
      const night = { portfolio, rows, rowsPerChunk: ROWS_PER_CHUNK };
      await table.upsertEntity(
        { partitionKey, ...packRow(NIGHT, JSON.stringify(night)) },
        'Replace',
      );
    },
    close: () => sorted.close(),
  };
}
