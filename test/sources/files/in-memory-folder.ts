import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Folder, FolderFile } from '../../../shared/sources/folders/folder.ts';

/** Files that are text, arriving in chunks of a few bytes. */
export const inMemoryFolder = (
  files: Readonly<Record<string, string>>,
  chunkBytes: number,
): Folder => ({
  location: 'memory',
  files: async () => listed(files).filter(({ name }) => !name.includes('/')),
  tree: async () => listed(files),
  open: async (name) => Readable.from(chunksOf(Buffer.from(files[name] ?? ''), chunkBytes)),
});

const listed = (files: Readonly<Record<string, string>>): FolderFile[] =>
  Object.entries(files).map(([name, text]) => ({
    name,
    size: text.length,
    modifiedAt: new Date('2026-03-16T20:00:00Z'),
    etag: createHash('sha256').update(text).digest('hex'),
  }));

function* chunksOf(bytes: Buffer, size: number): Generator<Buffer, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
