import { z } from 'zod';
import { CustomerId } from '../ledger/customer.ts';
import { RunId } from './run.ts';

/** Read a source into the customers it is about; goes on from where the run says it got to. */
export const PullSource = z.object({ runId: RunId, source: z.string() });
export type PullSource = z.infer<typeof PullSource>;

/**
 * Evaluate the customers of a run from `first` through `last`, in table order. A customer that
 * failed within its slice comes back alone, with why.
 */
export const EvaluateCustomers = z.object({
  runId: RunId,
  first: CustomerId,
  last: CustomerId,
  because: z.string().optional(),
});
export type EvaluateCustomers = z.infer<typeof EvaluateCustomers>;

export const CloseRun = z.object({ runId: RunId });
export type CloseRun = z.infer<typeof CloseRun>;

/** Send what stands in line, for as long as the quota lasts. `wake` says which wake-up this is. */
export const DispatchEmails = z.object({ wake: z.uuid().optional() });
export type DispatchEmails = z.infer<typeof DispatchEmails>;

/** Send one outbox row: a customer's letter, or without `customerId` an e-mail of the run's. */
export const SendEmail = z.object({
  runId: RunId,
  emailId: z.uuid(),
  customerId: CustomerId.optional(),
});
export type SendEmail = z.infer<typeof SendEmail>;
