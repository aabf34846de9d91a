import { createReadStream } from 'node:fs';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SourceError } from '../../run/errors.ts';
import type { Folder, FolderFile } from './folder.ts';

/** What is wrong, and what a person can do about it. Any other code is no matter of theirs. */
const SAID: Record<string, string> = {
  ENOENT: 'it does not exist: name a folder that holds customers.csv',
  ENOTDIR: 'it is not a folder: name the folder that holds customers.csv',
  EACCES: 'permission is denied: let this user read it',
  EPERM: 'permission is denied: let this user read it',
};

/** A data folder on this machine's disk. */
export function directoryFolder(path: string): Folder {
  return {
    location: resolve(path),

    async files() {
      const names = await readable(path, () => readdir(path));
      const files = await Promise.all(names.map((name) => fileIn(path, name)));
      return files.filter((file) => file !== undefined);
    },

    async open(name) {
      const file = join(path, name);
      await readable(file, () => access(file, constants.R_OK));
      return createReadStream(file);
    },
  };
}

/** Undefined for a folder, and for a file that went away since it was listed. */
async function fileIn(path: string, name: string): Promise<FolderFile | undefined> {
  const stats = await stat(join(path, name)).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  return { name, size: stats.size, modifiedAt: stats.mtime };
}

async function readable<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const because = SAID[code];
    if (because === undefined) throw error;
    throw new SourceError(`Cannot read "${path}" because ${because}`, { cause: error });
  }
}
