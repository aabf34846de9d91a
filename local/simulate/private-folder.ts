import { mkdir, stat } from 'node:fs/promises';
import { UsageError } from '../commands/usage-error.ts';

/** A folder only this user can read, made where it is missing. Throws UsageError. */
export async function privateFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const { uid } = await stat(path);
  if (process.getuid === undefined || uid === process.getuid()) return path;
  throw new UsageError(
    `Cannot keep customers' data in "${path}" because that folder belongs to another user: remove it, or set TMPDIR to a folder of your own`,
  );
}
