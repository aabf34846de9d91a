import { Readable } from 'node:stream';
import type { Folder } from '../../shared/sources/folders/folder.ts';

/** The same folder, telling how many of its bytes were read so far. */
export function watchedFolder(folder: Folder, onRead: (bytes: number) => void): Folder {
  let bytes = 0;
  async function* counted(stream: Readable): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      yield chunk;
      bytes += chunk.length;
      onRead(bytes);
    }
  }
  return {
    ...folder,
    open: async (name) => Readable.from(counted(await folder.open(name))),
  };
}
