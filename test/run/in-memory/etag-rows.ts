import { StaleError } from '../../../shared/run/errors.ts';
import type { Stored } from '../../../shared/run/ports.ts';

/** Rows as a table keeps them: copied in and out, with a new ETag at every save. */
export type EtagRows<Value> = {
  get(key: string): Stored<Value> | undefined;
  put(key: string, value: Value): Stored<Value>;
  /** Throws StaleError, named after `what`, where the row has another ETag, or is (not) there. */
  save(key: string, etag: string | undefined, value: Value, what: string): Stored<Value>;
  /** False where the row has another ETag, or is not there. */
  remove(key: string, etag: string): boolean;
  entries(): [string, Value][];
};

export function etagRows<Value>(): EtagRows<Value> {
  const rows = new Map<string, Stored<Value>>();
  let saves = 0;
  const put = (key: string, value: Value): Stored<Value> => {
    saves += 1;
    const stored = { value: structuredClone(value), etag: `etag-${saves}` };
    rows.set(key, stored);
    return structuredClone(stored);
  };
  return {
    put,
    get: (key) => structuredClone(rows.get(key)),
    save(key, etag, value, what) {
      if (rows.get(key)?.etag !== etag) throw new StaleError(what);
      return put(key, value);
    },
    remove: (key, etag) => rows.get(key)?.etag === etag && rows.delete(key),
    entries: () => [...rows].map(([key, { value }]) => [key, structuredClone(value)]),
  };
}
