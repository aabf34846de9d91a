import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Runs } from '../../../run/ports.ts';
import { isConflict } from '../rest-errors.ts';

/** Beside the partitions of runs, whose names begin with a day. */
const WATCH = { partitionKey: 'watch', rowKey: 'since' };

const Watched = z.object({ since: z.iso.datetime() });

export const watchRow = (table: TableClient): Pick<Runs, 'watchedSince'> => ({
  async watchedSince(now) {
    try {
      await table.createEntity({ ...WATCH, since: now.toISOString() });
      return now;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const row = await table.getEntity(WATCH.partitionKey, WATCH.rowKey);
    return new Date(Watched.parse(row).since);
  },
});
