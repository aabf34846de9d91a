import type { Identities, ReadIdentities } from '../../../shared/run/pull/directory-ports.ts';
import type { Run } from '../../../shared/run/run.ts';
import type { KeptIdentities, Memory } from './memory.ts';

const keyOf = ({ dryRun }: Run, source: string): string =>
  `${dryRun ? 'dry-run' : 'night'} ${source}`;

const readOf = ({ runId, identities }: KeptIdentities): ReadIdentities => ({
  runId,
  async *pages() {
    yield structuredClone(identities);
  },
});

/** Keeps the same promises as the table: see contracts/identities.ts. */
export const inMemoryIdentities = ({ identities }: Memory): Identities => ({
  async load(run, source) {
    const kept = identities.get(keyOf(run, source));
    return kept && readOf(kept);
  },
  async save(run, source, found) {
    const key = keyOf(run, source);
    const known = identities.get(key);
    if (known?.runId === run.id) return readOf(known);
    const saved = { runId: run.id, identities: structuredClone(found) };
    identities.set(key, saved);
    return readOf(saved);
  },
});
