import { StaleError } from '../../../shared/run/errors.ts';
import type { Runs } from '../../../shared/run/ports.ts';
import { type Run, sourceToPull } from '../../../shared/run/run.ts';
import type { Memory } from './memory.ts';
import { inMemoryRunCustomers } from './run-customers.ts';
import { inMemoryRunEmails } from './run-emails.ts';

/** Keeps the same promises as the table: see contracts/runs.ts. */
export function inMemoryRuns(memory: Memory): Runs {
  return {
    ...runs(memory),
    ...sources(memory),
    ...rejects(memory),
    ...inMemoryRunCustomers(memory),
    ...inMemoryRunEmails(memory),
  };
}

function runs(
  memory: Memory,
): Pick<Runs, 'holder' | 'hold' | 'create' | 'load' | 'save' | 'watchedSince' | 'recent'> {
  return {
    holder: async (place) => memory.places.get(place),
    hold: async (place, before, run) =>
      memory.places.save(place, before?.etag, run, `who runs as "${place}"`),
    async create(run) {
      if (memory.runs.get(run.id) !== undefined) return false;
      memory.runs.put(run.id, run);
      for (const source of run.sources)
        memory.sources.put(`${run.id}|${source.name}`, sourceToPull(source));
      return true;
    },
    load: async (id) => memory.runs.get(id),
    save: async ({ value, etag }, next) =>
      memory.runs.save(value.id, etag, next, `run "${value.id}"`),
    watchedSince: async (now) => {
      memory.watchedSince ??= now;
      return memory.watchedSince;
    },
    recent: async (limit, after) =>
      memory.runs
        .entries()
        .map(([, run]) => run)
        .toSorted(newestFirst)
        .filter((run) => after === undefined || newestFirst(run, after) > 0)
        .slice(0, limit),
  };
}

type Started = Pick<Run, 'id' | 'startedAt'>;

function newestFirst(a: Started, b: Started): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function sources(memory: Memory): Pick<Runs, 'loadSources' | 'saveSource'> {
  return {
    async loadSources(id) {
      const names = memory.runs.get(id)?.value.sources ?? [];
      return names.flatMap(({ name }) => memory.sources.get(`${id}|${name}`) ?? []);
    },
    async saveSource(id, { value, etag }, next) {
      const key = `${id}|${value.name}`;
      if (memory.sources.get(key) === undefined) throw new StaleError(`source "${value.name}"`);
      return memory.sources.save(key, etag, next, `source "${value.name}" of run "${id}"`);
    },
  };
}

function rejects(memory: Memory): Pick<Runs, 'saveRejects' | 'rejects'> {
  return {
    async saveRejects(id, source, found) {
      memory.rejects.set(`${id}|${source}`, structuredClone([...found]));
    },
    async *rejects(id) {
      for (const [key, found] of memory.rejects)
        if (key.startsWith(`${id}|`)) yield* structuredClone(found);
    },
  };
}
