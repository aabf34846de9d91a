import type { HttpRequest } from '@azure/functions';
import { StaleError } from '../run/errors.ts';
import type { Stored } from '../run/ports.ts';
import { ProblemError } from './problems.ts';

/**
 * What is stored, if it is what the caller has seen: `If-None-Match: *` to make it, or `If-Match`
 * with its ETag to change it. Throws 428, 404 or StaleError.
 */
export function guarded<Value>(
  { headers }: HttpRequest,
  stored: Stored<Value> | undefined,
  what: string,
): Stored<Value> | undefined {
  const match = headers.get('if-match');
  if (match === null) {
    if (headers.get('if-none-match') !== '*')
      throw new ProblemError(
        428,
        `Cannot save ${what}: send if-none-match: * to make it, or if-match with the ETag it has`,
      );
    if (stored !== undefined) throw new StaleError(what);
    return undefined;
  }
  if (stored === undefined) throw new ProblemError(404, `There is no ${what}`);
  if (match !== stored.etag) throw new StaleError(what);
  return stored;
}
