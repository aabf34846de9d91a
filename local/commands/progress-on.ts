import type { WriteStream } from 'node:tty';
import type { Progress } from './progress.ts';
import { progressLines } from './progress-lines.ts';

/** A bar on a terminal, which is loaded for it, else a plain line now and then. */
export async function progressOn(stream: WriteStream): Promise<Progress> {
  if (!stream.isTTY) return progressLines((line) => stream.write(`${line}\n`));
  return (await import('./progress-bar.ts')).progressBar(stream);
}
