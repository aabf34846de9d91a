import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './storage-error.ts';

/** Not `recursive: true`, which never returns where a folder cannot be made, as under /proc. */
export function makeFolder(folder: string): void {
  if (exists(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

function exists(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
