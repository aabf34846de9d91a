import { createHash } from 'node:crypto';
import type { FolderFile } from '../folders/folder.ts';

export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 24);

/**
 * Changes when one of the files does, whatever order they are listed in, and with the shape that
 * they are staged in: what an older Duewatch staged would be read into the wrong columns.
 */
export function filesDigest(shape: string, files: readonly FolderFile[]): string {
  const known = files
    .map(({ name, size, modifiedAt, etag }) => [name, size, modifiedAt.getTime(), etag])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return digest(JSON.stringify([shape, known]));
}
