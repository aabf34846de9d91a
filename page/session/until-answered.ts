import { pause } from './pause.ts';
import { ProblemError } from './problem.ts';

const AGAIN_MS = 2_000;

/** Asks again for as long as nobody answers, because a connection that drops comes back. */
export async function untilAnswered<Answer>(
  ask: () => Promise<Answer>,
  signal: AbortSignal,
  onSilence: () => void,
): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || !isSilence(error)) throw error;
      onSilence();
      await pause(AGAIN_MS, signal);
    }
  }
}

/** No answer at all, or one of whatever stands before the app while it is away. */
const isSilence = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status >= 500);
