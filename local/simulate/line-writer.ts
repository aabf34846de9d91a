import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Output } from '../commands/option-values.ts';

/** Text is handed on in pieces of about this size: a call per line would cost more than the line. */
const PIECE_CHARACTERS = 64 * 1024;

export type LineWriter = {
  /** Keeps the line for the next piece; true once the piece is full and has to be written. */
  add(line: object): boolean;
  /** Waits until the reader has taken the piece. */
  flush(): Promise<void>;
  /** Whether nobody reads any more, so that writing on is of no use. */
  readonly isAbandoned: boolean;
  close(): Promise<void>;
};

/** JSON Lines. Opens the file at once, so that a place nobody can write to is told of first. */
export async function lineWriter(output: Output): Promise<LineWriter> {
  if (output.kind === 'stdout') return writerTo(process.stdout, 'standard output', async () => {});
  const stream = (await open(output.path, 'w')).createWriteStream();
  // Told of by the write that fails.
  stream.on('error', () => {});
  return writerTo(stream, output.path, async () => {
    const closed = once(stream, 'close');
    stream.end();
    await closed;
  });
}

function writerTo(stream: Writable, path: string, close: () => Promise<void>): LineWriter {
  let piece = '';
  let isAbandoned = false;

  async function flush(): Promise<void> {
    const text = piece;
    piece = '';
    if (text === '' || isAbandoned) return;
    const error = await written(stream, text);
    if (error === undefined) return;
    if (!('code' in error && error.code === 'EPIPE')) throw Object.assign(error, { path });
    isAbandoned = true;
  }

  return {
    add(line) {
      piece += `${JSON.stringify(line)}\n`;
      return piece.length >= PIECE_CHARACTERS;
    },
    flush,
    get isAbandoned() {
      return isAbandoned;
    },
    async close() {
      await flush();
      await close();
    },
  };
}

/** The callback comes when the text has left this process: that is the back-pressure. */
function written(stream: Writable, text: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    stream.write(text, (error) => resolve(error ?? undefined));
  });
}
