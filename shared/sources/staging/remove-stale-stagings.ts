import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Nobody stages for so long without writing: whoever began it is gone. */
const ABANDONED_AFTER_MS = 3_600_000;

/**
 * Removes what was staged before of the same place (its file names begin with `prefix`). Leaves
 * what others may be staging. How long they have not written is told by the file just written
 * here, on the same disk, and by no clock.
 */
export async function removeStaleStagings(
  stagingFolder: string,
  prefix: string,
  current: string,
  justWritten: string,
): Promise<void> {
  const { mtimeMs: now } = await stat(justWritten);
  for (const name of await readdir(stagingFolder)) {
    const path = join(stagingFolder, name);
    if (!name.startsWith(prefix) || path === current || path === justWritten) continue;
    if (name.endsWith('.part') && !(await isAbandoned(path, now))) continue;
    // Windows removes no file that another process reads: it goes with the next staging.
    await rm(path, { force: true }).catch(() => undefined);
  }
}

async function isAbandoned(path: string, now: number): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && now - stats.mtimeMs > ABANDONED_AFTER_MS;
}
