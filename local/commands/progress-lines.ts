import { figure } from '../../shared/decisions/count-text.ts';
import type { Progress } from './progress.ts';

/** Rare enough for a log, often enough to tell slow from stuck. */
const INTERVAL_MS = 5_000;

type Stage = {
  readonly name: string;
  readonly unit: string;
  readonly startedAt: number;
  done: number;
  total?: number;
};

/** One line when a stage is done, and one every few seconds while it is not. */
export function progressLines(
  write: (line: string) => void,
  now: () => number = () => performance.now(),
): Progress {
  let stage: Stage | undefined;
  let saidAt = 0;

  function finish(): void {
    if (stage === undefined) return;
    write(`${textOf(stage)} in ${((now() - stage.startedAt) / 1000).toFixed(1)} s`);
    stage = undefined;
  }

  return {
    stage(name, total, unit = '') {
      finish();
      saidAt = now();
      stage = { name, unit, startedAt: saidAt, done: 0, ...(total === undefined ? {} : { total }) };
    },
    update(done, total) {
      if (stage === undefined) return;
      stage.done = done;
      if (total !== undefined) stage.total = total;
      if (now() - saidAt < INTERVAL_MS) return;
      saidAt = now();
      write(textOf(stage));
    },
    note: write,
    done: finish,
    stop() {
      stage = undefined;
    },
  };
}

function textOf({ name, unit, done, total }: Stage): string {
  if (total !== undefined) return `${name}: ${figure(done)} of ${figure(total)} ${unit}`.trimEnd();
  return done === 0 ? name : `${name}: ${figure(done)} ${unit}`.trimEnd();
}
