import type { HttpRequest } from '@azure/functions';
import { ProblemError } from './problems.ts';

/**
 * A page of another site can make a browser send a request, with the browser's cookies, and cannot
 * read the answer. It cannot set a header of its own either, nor hide which site it is.
 */
export function refuseOtherSites({ headers }: HttpRequest): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const isElsewhere =
    site === null
      ? origin !== null && hostOf(origin) !== headers.get('host')
      : site !== 'same-origin' && site !== 'none';
  if (isElsewhere)
    throw new ProblemError(403, 'Cannot do this because another site asked: use the page itself');
  const isBrowser = site !== null || origin !== null || headers.get('cookie') !== null;
  if (isBrowser && headers.get('x-duewatch') !== '1')
    throw new ProblemError(
      403,
      'Cannot do this because a browser asked without the header x-duewatch: send x-duewatch: 1',
    );
}

const hostOf = (origin: string): string | undefined => URL.parse(origin)?.host;
