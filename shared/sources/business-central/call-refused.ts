import { SourceError } from '../../run/errors.ts';
import { ApiError } from '../http/api-error.ts';

/** By status, what an operator has to do. */
const REASONS: Readonly<Record<number, string>> = {
  401: 'it does not know the application: add its id in Business Central under "Microsoft Entra Applications", enabled, with the permission sets D365 BASIC and D365 SALES READ or the like',
  403: 'the application may not read it: give it the permission sets of the lists in Business Central under "Microsoft Entra Applications"',
  404: 'there is no such environment or company: set BUSINESS_CENTRAL_ENVIRONMENT to its name, and BUSINESS_CENTRAL_COMPANY to the id that …/api/v2.0/companies lists',
};

/** What Business Central refuses, in words that say what to do. */
export function callRefused(what: string, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  const reason = REASONS[error.status];
  const text = reason === undefined ? error.message : `Cannot ${what} because ${reason}`;
  return new SourceError(text, { cause: error });
}
