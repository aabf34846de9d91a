import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Runs } from '../../../run/ports.ts';
import { Reject, type RunId } from '../../../run/run.ts';
import { encodeKey, prefixBounds } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { portions } from '../portions.ts';

const PREFIX = 'rejects:';
const REJECTS_PER_ROW = 500;

const sourcePrefix = (source: string): string => `${PREFIX}${encodeKey(source)}:`;
const rejectsKey = (source: string, index: number): string =>
  `${sourcePrefix(source)}${`${index}`.padStart(8, '0')}`;

const Keyed = z.object({ rowKey: z.string() });

/** Rejects are kept some hundred to a row: a source that is all wrong must not cost a row each. */
export function runRejectRows(table: TableClient): Pick<Runs, 'saveRejects' | 'rejects'> {
  return {
    async saveRejects(id, source, rejects) {
      let index = 0;
      for (const portion of portions(rejects, REJECTS_PER_ROW)) {
        const row = packRow(rejectsKey(source, index), JSON.stringify(portion));
        await table.upsertEntity({ partitionKey: encodeKey(id), ...row }, 'Replace');
        index += 1;
      }
      await removeRest(table, id, source, rejectsKey(source, index));
    },

    async *rejects(id) {
      const { from, to } = prefixBounds(PREFIX);
      const filter = odata`PartitionKey eq ${encodeKey(id)} and RowKey ge ${from} and RowKey lt ${to}`;
      for await (const row of table.listEntities({ queryOptions: { filter } })) {
        const text = unpackRows(Keyed.parse(row).rowKey, [row]);
        yield* z.array(Reject).parse(JSON.parse(text ?? '[]'));
      }
    },
  };
}

/** A second reading may reject less than one that was killed. */
async function removeRest(
  table: TableClient,
  id: RunId,
  source: string,
  from: string,
): Promise<void> {
  const { to } = prefixBounds(sourcePrefix(source));
  const filter = odata`PartitionKey eq ${encodeKey(id)} and RowKey ge ${from} and RowKey lt ${to}`;
  const left = table.listEntities({ queryOptions: { filter, select: ['rowKey'] } });
  for await (const row of left) await table.deleteEntity(encodeKey(id), Keyed.parse(row).rowKey);
}
