import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Output } from '../commands/option-values.ts';

export type LineWriter = {
  /** Waits until the reader has taken the lines. */
  write(lines: string): Promise<void>;
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
  let isAbandoned = false;
  return {
    async write(lines) {
      if (lines === '' || isAbandoned) return;
      const error = await written(stream, lines);
      if (error === undefined) return;
      if (!('code' in error && error.code === 'EPIPE')) throw Object.assign(error, { path });
      isAbandoned = true;
    },
    get isAbandoned() {
      return isAbandoned;
    },
    close,
  };
}

/** The callback comes when the text has left this process: that is the back-pressure. */
function written(stream: Writable, text: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    stream.write(text, (error) => resolve(error ?? undefined));
  });
}
