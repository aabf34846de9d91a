import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { StaleError } from '../../run/errors.ts';
import type { CallAllowance } from '../../run/ports.ts';
import { type CallCounts, claimCalls } from '../../run/pull/call-window.ts';
import { encodeKey } from './keys.ts';
import { isConflict, isNotFound } from './rest-errors.ts';

const PARTITION = 'calls';
/** Workers that claim at once are few, and each claims for its next twenty calls. */
const ATTEMPTS = 10;

const Row = z.object({ etag: z.string(), counts: z.string() });
const Counts = z.record(z.string(), z.int());

export type Ceiling = { readonly of: string; readonly perMinute: number };

/** One row per API and tenant, in which all workers count the calls that they are about to make. */
export function callAllowanceTable(
  table: TableClient,
  { of, perMinute }: Ceiling,
  now: () => Date,
): CallAllowance {
  const key = { partitionKey: PARTITION, rowKey: encodeKey(of) };

  async function load(): Promise<{ counts: CallCounts; etag: string | undefined }> {
    try {
      const { etag, counts } = Row.parse(await table.getEntity(PARTITION, key.rowKey));
      return { counts: Counts.parse(JSON.parse(counts)), etag };
    } catch (error) {
      if (isNotFound(error)) return { counts: {}, etag: undefined };
      throw error;
    }
  }

  return {
    async claim(calls) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { counts, etag } = await load();
        const claim = claimCalls(counts, now(), calls, perMinute);
        if (claim.granted === 0) return claim;
        const row = { ...key, counts: JSON.stringify(claim.counts) };
        try {
          if (etag === undefined) await table.createEntity(row);
          else await table.updateEntity(row, 'Replace', { etag });
          return claim;
        } catch (error) {
          if (!isConflict(error)) throw error;
        }
      }
      throw new StaleError(`the calls of "${of}"`);
    },
  };
}
