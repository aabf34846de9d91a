import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { StaleError } from '../../../run/errors.ts';
import type { Runs } from '../../../run/ports.ts';
import { Run } from '../../../run/run.ts';
import { encodeKey } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isConflict, isNotFound } from '../rest-errors.ts';

const PLACES = 'places';

const Saved = z.object({ etag: z.string() });

/** One row per kind of run, which two that start at once cannot both take. */
export function runPlaceRows(table: TableClient): Pick<Runs, 'holder' | 'hold'> {
  return {
    async holder(place) {
      const rowKey = encodeKey(place);
      try {
        const row = await table.getEntity(PLACES, rowKey);
        return { value: Run.parse(JSON.parse(unpackRows(rowKey, [row]) ?? '')), etag: row.etag };
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async hold(place, before, run) {
      const row = { partitionKey: PLACES, ...packRow(encodeKey(place), JSON.stringify(run)) };
      try {
        const saved =
          before === undefined
            ? await table.createEntity(row)
            : await table.updateEntity(row, 'Replace', { etag: before.etag });
        return { value: run, ...Saved.parse(saved) };
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError(`who runs as "${place}"`, { cause: error });
      }
    },
  };
}
