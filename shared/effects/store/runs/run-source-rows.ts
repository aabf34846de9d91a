import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { StaleError } from '../../../run/errors.ts';
import type { Runs } from '../../../run/ports.ts';
import { type Run, SourceProgress, sourceToPull } from '../../../run/run.ts';
import { encodeKey, prefixBounds } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isConflict } from '../rest-errors.ts';

const PREFIX = 'source:';
const sourceKey = (name: string): string => `${PREFIX}${encodeKey(name)}`;

const row = (run: { id: string }, progress: SourceProgress) => ({
  partitionKey: encodeKey(run.id),
  ...packRow(sourceKey(progress.name), JSON.stringify(progress)),
});

/** A row per source from the start, so that "every source is in" can be seen. */
export const createSources = (run: Run): TransactionAction[] =>
  run.sources.map((source) => ['create', row(run, sourceToPull(source))]);

const Keyed = z.object({ rowKey: z.string(), etag: z.string() });

export function runSourceRows(table: TableClient): Pick<Runs, 'loadSources' | 'saveSource'> {
  return {
    async loadSources(id) {
      const { from, to } = prefixBounds(PREFIX);
      const filter = odata`PartitionKey eq ${encodeKey(id)} and RowKey ge ${from} and RowKey lt ${to}`;
      const rows = await Array.fromAsync(table.listEntities({ queryOptions: { filter } }));
      return rows.map((each) => {
        const { rowKey, etag } = Keyed.parse(each);
        return { value: SourceProgress.parse(JSON.parse(unpackRows(rowKey, [each]) ?? '')), etag };
      });
    },

    async saveSource(id, stored, next) {
      try {
        const saved = await table.updateEntity(row({ id }, next), 'Replace', { etag: stored.etag });
        return { value: next, etag: z.string().parse(saved.etag) };
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError(`source "${next.name}" of run "${id}"`, { cause: error });
      }
    },
  };
}
