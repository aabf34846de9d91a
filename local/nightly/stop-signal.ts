/** Somebody ended the night; everything done so far is kept. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

const STOPPING =
  'Stopping once what is under way is done, in ten seconds at most; Ctrl-C again ends at once.';

/** Ctrl-C stops at the next safe point: everything done so far is kept, and goes on next time. */
export function stopSignal(): AbortController {
  const stop = new AbortController();
  const onSignal = (): void => {
    process.stderr.write(`\n${STOPPING}\n`);
    stop.abort(
      new StoppedError('Cannot finish the night because it was stopped: run it again to go on'),
    );
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return stop;
}

/** A call that nobody answers would keep a stopped night for as long as it waits. */
export const endSoon = (): void => void setTimeout(() => process.exit(), 500).unref();
