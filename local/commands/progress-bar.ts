import { SingleBar } from 'cli-progress';
import { figure } from '../../shared/decisions/count-text.ts';
import type { Progress } from './progress.ts';

const WIDTH = 40;

/** A bar that goes away when its stage is done. */
export function progressBar(stream: NodeJS.WritableStream): Progress {
  let bar: SingleBar | undefined;
  let shown = { name: '', unit: '', total: 0, done: 0 };
  const show = (): void => {
    bar = barOf(shown.name, shown.unit, stream);
    bar.start(shown.total, shown.done);
  };
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stage(name, total = 0, unit = '') {
      stop();
      shown = { name, unit, total, done: 0 };
      show();
    },
    update(done, total) {
      shown = { ...shown, done, total: total ?? shown.total };
      if (total !== undefined) bar?.setTotal(total);
      bar?.update(done);
    },
    note(line) {
      const wasShown = bar !== undefined;
      stop();
      stream.write(`${line}\n`);
      if (wasShown) show();
    },
    done: stop,
    stop,
  };
}

/** It handles no signal, which would keep the first Ctrl-C from ending the command. */
const barOf = (name: string, unit: string, stream: NodeJS.WritableStream): SingleBar =>
  new SingleBar({
    stream,
    clearOnComplete: true,
    gracefulExit: false,
    hideCursor: null,
    linewrap: null,
    format: (_options, { value, total }) => barText(name, unit, value, total),
  });

function barText(name: string, unit: string, done: number, total: number): string {
  if (total === 0) return done === 0 ? `${name} …` : `${name} ${figure(done)} ${unit}`.trimEnd();
  const filled = Math.round(Math.min(done / total, 1) * WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
  return `${name} ${bar} ${figure(done)} of ${figure(total)} ${unit}`.trimEnd();
}
