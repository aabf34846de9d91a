import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { StaleError } from '../../../run/errors.ts';
import type { Runs } from '../../../run/ports.ts';
import type { RunId } from '../../../run/run.ts';
import { encodeKey } from '../keys.ts';
import { isConflict } from '../rest-errors.ts';
import { listRun } from './run-index.ts';
import { loadRun, runRow } from './run-row.ts';
import { createSources } from './run-source-rows.ts';

const Etag = z.object({ etag: z.string() });

export function runRows(table: TableClient): Pick<Runs, 'create' | 'load' | 'save'> {
  return {
    load: (id) => loadRun(table, id),

    async create(run) {
      const row = { partitionKey: encodeKey(run.id), ...runRow(run) };
      try {
        await table.submitTransaction([['create', row], ...createSources(run)]);
      } catch (error) {
        if (!isConflict(error)) throw error;
        await listExisting(table, run.id);
        return false;
      }
      await listRun(table, run);
      return true;
    },

    async save(stored, next) {
      try {
        const row = { partitionKey: encodeKey(next.id), ...runRow(next) };
        const saved = await table.updateEntity(row, 'Replace', { etag: stored.etag });
        if (next.status !== stored.value.status) await listRun(table, next);
        return { value: next, ...Etag.parse(saved) };
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError(`run "${next.id}"`, { cause: error });
      }
    },
  };
}

/** Whoever created it may have been killed before it was listed. */
async function listExisting(table: TableClient, id: RunId): Promise<void> {
  const existing = await loadRun(table, id);
  if (existing !== undefined) await listRun(table, existing.value);
}
