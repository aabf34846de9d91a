import type { Identities } from '../../../shared/run/pull/directory-ports.ts';
import type { Run } from '../../../shared/run/run.ts';
import type { Memory } from './memory.ts';

const keyOf = ({ dryRun }: Run, source: string): string =>
  `${dryRun ? 'dry-run' : 'night'} ${source}`;

/** Keeps the same promises as the table: see contracts/identities.ts. */
export const inMemoryIdentities = ({ identities }: Memory): Identities => ({
  load: async (run, source) => structuredClone(identities.get(keyOf(run, source))),
  async save(run, source, found) {
    const key = keyOf(run, source);
    const known = identities.get(key);
    if (known?.runId === run.id) return structuredClone(known);
    const saved = { runId: run.id, identities: structuredClone(found) };
    identities.set(key, saved);
    return structuredClone(saved);
  },
});
