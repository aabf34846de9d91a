import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeStaleStagings } from './remove-stale-stagings.ts';

/** `place` tells the stagings of one folder from those of another, `version` what was in it. */
export type StagingName = { readonly place: string; readonly version: string };

/**
 * The path of a staging: the one that is there for this version of the place, or a new one, which
 * `write` fills under a name of its own, so that nobody ever reads half of it.
 */
export async function stageOnce(
  stagingFolder: string,
  { place, version }: StagingName,
  write: (path: string) => Promise<void>,
): Promise<string> {
  const path = join(stagingFolder, `${place}-${version}.sqlite`);
  if (await exists(path)) return path;

  const part = `${path}.${randomUUID()}.part`;
  await mkdir(stagingFolder, { recursive: true });
  try {
    await write(part);
    await removeStaleStagings(stagingFolder, place, path, part);
    await publish(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return path;
}

/** On disk before it has its name: after a power cut, what has the name is whole. */
async function publish(part: string, path: string): Promise<void> {
  const file = await open(part, 'r+');
  await file.sync();
  await file.close();
  await rename(part, path).catch(async (error: unknown) => {
    // Windows replaces no file that another process reads; theirs is as good as ours.
    if (!(await exists(path))) throw error;
  });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
