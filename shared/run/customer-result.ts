import type { CustomerNight } from '../decisions/customer-night.ts';
import type { EmailSummary } from '../decisions/email/email.ts';
import type { CustomerId } from '../ledger/customer.ts';
import type { Run } from './run.ts';

/** What a finished customer leaves in the run: its night, or why there is none. */
export type CustomerResult =
  | {
      readonly kind: 'evaluated';
      readonly night: CustomerNight;
      readonly emails: readonly EmailSummary[];
    }
  | { readonly kind: 'failed'; readonly customerId: CustomerId; readonly because: string };

export const idOfResult = (result: CustomerResult): CustomerId =>
  result.kind === 'evaluated' ? result.night.customer.customerId : result.customerId;

/** The run once these are in, each of which it did not count before. */
export function withResults(run: Run, results: readonly CustomerResult[]): Run {
  const failed = results.filter(({ kind }) => kind === 'failed').length;
  return {
    ...run,
    evaluated: run.evaluated + results.length - failed,
    failed: run.failed + failed,
  };
}
