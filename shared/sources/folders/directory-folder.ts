import { createReadStream } from 'node:fs';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import pMap from 'p-map';
import type { Folder, FolderFile } from './folder.ts';
import { orSourceError, wentAway } from './or-source-error.ts';

const STATS_AT_ONCE = 32;

/** What is wrong, and what a person can do about it. Any other code is no matter of theirs. */
const said = (holding: string): Record<string, string> => ({
  ENOENT: `it does not exist: name a folder that holds ${holding}`,
  ENOTDIR: `it is not a folder: name the folder that holds ${holding}`,
  EACCES: 'permission is denied: let this user read it',
  EPERM: 'permission is denied: let this user read it',
});

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A folder on this machine's disk. */
export function directoryFolder(path: string, holding = 'customers.csv'): Folder {
  const readable = <Value>(place: string, read: () => Promise<Value>): Promise<Value> =>
    orSourceError(place, (error) => said(holding)[codeOf(error)], read);
  const list = async (recursive: boolean): Promise<readonly FolderFile[]> => {
    const names = await readable(path, () => readdir(path, { recursive }));
    const files = await pMap(names, (name) => fileIn(path, name), { concurrency: STATS_AT_ONCE });
    return files.filter((file) => file !== undefined);
  };
  return {
    location: resolve(path),
    files: () => list(false),
    async others() {
      const names = await readable(path, () => readdir(path));
      const files = await pMap(names, (name) => fileIn(path, name), { concurrency: STATS_AT_ONCE });
      return names.filter((_, at) => files[at] === undefined);
    },
    tree: () => list(true),

    async open(name) {
      const file = join(path, name);
      await readable(file, () =>
        access(file, constants.R_OK).catch((error: unknown) => {
          throw codeOf(error) === 'ENOENT' ? wentAway(file, error) : error;
        }),
      );
      return createReadStream(file);
    },
  };
}

/** Undefined for a folder, and for a file that went away since it was listed. */
async function fileIn(path: string, name: string): Promise<FolderFile | undefined> {
  const stats = await stat(join(path, name)).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  return { name: name.replaceAll(sep, '/'), size: stats.size, modifiedAt: stats.mtime };
}
