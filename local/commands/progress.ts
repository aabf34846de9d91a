import type { WriteStream } from 'node:tty';
import { progressLines } from './progress-lines.ts';

/** Tells a waiting person how far a command is. */
export type Progress = {
  /** Ends the stage before it. Without a `total`, nobody knows yet how much there is. */
  stage(name: string, total?: number, unit?: string): void;
  /** Cheap enough to call for every item. */
  update(done: number, total?: number): void;
  done(): void;
  /** Takes the bar away where it stands. To be called whatever happens: it keeps a command alive. */
  stop(): void;
};

/** A bar on a terminal, which is loaded for it, else a plain line now and then. */
export async function progressOn(stream: WriteStream): Promise<Progress> {
  if (!stream.isTTY) return progressLines((line) => stream.write(`${line}\n`));
  return (await import('./progress-bar.ts')).progressBar(stream);
}
