import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { HostError, reason } from '../host-error.ts';

const StoredKeys = z.object({
  master: z.string(),
  host: z.string(),
  functions: z.record(z.string(), z.string()),
});

/** The master key opens everything, the host key every function, a function key its own. */
export type Keys = z.infer<typeof StoredKeys>;

export type AuthLevel = 'anonymous' | 'function' | 'admin';

/** Keys are made at the first start and stay: people keep links with them. */
export function openKeys(file: string | undefined, functionNames: readonly string[]): Keys {
  const stored = file === undefined ? undefined : readKeys(file);
  const named = functionNames.map((name) => [name, stored?.functions[name] ?? newKey()]);
  const keys = {
    master: stored?.master ?? newKey(),
    host: stored?.host ?? newKey(),
    functions: { ...stored?.functions, ...Object.fromEntries(named) },
  };
  if (file !== undefined && JSON.stringify(keys) !== JSON.stringify(stored)) saveKeys(file, keys);
  return keys;
}

/** Whether a caller who shows this key may call that function. */
export function mayCall(
  level: AuthLevel,
  functionName: string,
  given: string | undefined,
  { master, host, functions }: Keys,
): boolean {
  if (level === 'anonymous') return true;
  if (given === undefined) return false;
  const accepted = level === 'admin' ? [master] : [functions[functionName], host, master];
  return accepted.filter((key) => key !== undefined && isSame(key, given)).length > 0;
}

/** Takes as long for a wrong key as for a right one. */
function isSame(key: string, given: string): boolean {
  return timingSafeEqual(digest(key), digest(given));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const newKey = (): string => randomBytes(32).toString('base64url');

function readKeys(file: string): Keys | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  }
  try {
    return StoredKeys.parse(JSON.parse(text));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function saveKeys(file: string, keys: Keys): void {
  writeFileSync(`${file}~`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}~`, file);
}

const unreadable = (file: string, error: unknown): HostError =>
  new HostError(
    `Cannot read the keys in "${file}" (${reason(error)}): repair the file, or delete it to have new keys`,
    { cause: error },
  );
