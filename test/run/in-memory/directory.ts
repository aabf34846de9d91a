import { StaleError } from '../../../shared/run/errors.ts';
import type { Directory } from '../../../shared/run/pull/directory-ports.ts';
import type { Memory } from './memory.ts';

/** Keeps the same promises as the table: see contracts/directory.ts. */
export const inMemoryDirectory = ({ directory }: Memory): Directory => ({
  async *entries() {
    const stored = directory.entries().flatMap(([key]) => directory.get(key) ?? []);
    if (stored.length > 0) yield stored;
  },
  load: async (customerId) => directory.get(customerId),
  save: async (etag, entry) =>
    directory.save(entry.customerId, etag, entry, `the directory entry of "${entry.customerId}"`),
  async remove({ value, etag }) {
    if (!directory.remove(value.customerId, etag))
      throw new StaleError(`the directory entry of "${value.customerId}"`);
  },
});
