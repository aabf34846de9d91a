import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { SendPace } from '../../run/email/dispatch-ports.ts';
import { Pace } from '../../run/email/send-quota.ts';
import { StaleError } from '../../run/errors.ts';
import { packRow, unpackRows } from './packed-rows.ts';
import { isConflict, isNotFound } from './rest-errors.ts';

const PARTITION = 'pace';
const ROW = 'pace';
/** No row has it, so that the first save creates one and the second of two finds it taken. */
const NO_ETAG = '';

const Saved = z.object({ etag: z.string() });

/** One row that every worker asks before it sends. */
export function paceRow(table: TableClient): SendPace {
  return {
    async load() {
      try {
        const row = await table.getEntity(PARTITION, ROW);
        return { value: Pace.parse(JSON.parse(unpackRows(ROW, [row]) ?? '')), etag: row.etag };
      } catch (error) {
        if (isNotFound(error)) return { value: Pace.parse({}), etag: NO_ETAG };
        throw error;
      }
    },

    async save({ etag }, next) {
      const row = { partitionKey: PARTITION, ...packRow(ROW, JSON.stringify(next)) };
      try {
        const saved =
          etag === NO_ETAG
            ? await table.createEntity(row)
            : await table.updateEntity(row, 'Replace', { etag });
        return { value: next, ...Saved.parse(saved) };
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError('the pace of sending', { cause: error });
      }
    },
  };
}
