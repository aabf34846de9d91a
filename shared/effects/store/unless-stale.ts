import { StaleError } from '../../run/errors.ts';
import { isConflict, isNotFound } from './rest-errors.ts';

/** A row that is gone was removed by somebody else: that is a conflict, too. Throws StaleError. */
export async function unlessStale<Result>(
  what: string,
  change: () => Promise<Result>,
): Promise<Result> {
  try {
    return await change();
  } catch (error) {
    if (!isConflict(error) && !isNotFound(error)) throw error;
    throw new StaleError(what, { cause: error });
  }
}
