import type { HttpResponseInit } from '@azure/functions';
import { SECURITY_HEADERS } from './security-headers.ts';

const TITLES = {
  400: 'Cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not there',
  405: 'Not a method of this',
  409: 'Does not go with how things stand',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Cannot be done',
  428: 'Which version',
  500: 'Went wrong here',
} as const;
export type ProblemStatus = keyof typeof TITLES;

/** What a caller can do something about; anything else that is thrown is our fault. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: ProblemStatus;

  constructor(status: ProblemStatus, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Long enough for twenty wrong fields, too short to be sent somebody's own flood back. */
const DETAIL_CHARACTERS = 2_000;

/** An error as RFC 9457 has it. */
export const problem = (
  status: ProblemStatus,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponseInit => ({
  status,
  headers: { ...SECURITY_HEADERS, ...headers, 'content-type': 'application/problem+json' },
  body: JSON.stringify({
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail: detail.slice(0, DETAIL_CHARACTERS).toWellFormed(),
  }),
});
