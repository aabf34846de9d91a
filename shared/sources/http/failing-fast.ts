import { UnavailableError } from '../../run/errors.ts';

const PAUSE_MS = 300_000;

/**
 * Asks as ever; but while a system has just been found not to answer, says so at once: a night has
 * many questions, and each would find that out again for a minute.
 */
export function failingFast<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  now: () => Date,
): (question: Question) => Promise<Answer> {
  let failed: { readonly error: UnavailableError; readonly until: number } | undefined;
  return async (question) => {
    if (failed !== undefined && now().getTime() < failed.until) throw failed.error;
    try {
      return await ask(question);
    } catch (error) {
      if (error instanceof UnavailableError) failed = { error, until: now().getTime() + PAUSE_MS };
      throw error;
    }
  };
}
