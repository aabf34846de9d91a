import { z } from 'zod';
import { AccountManager, CustomerId } from './customer.ts';

/** What a person entered of who a customer is elsewhere. It comes before what any source says. */
export const DirectoryEntry = z.object({
  customerId: CustomerId,
  tenantIds: z.array(z.string().min(1)).default([]),
  accountingIds: z.array(z.string().min(1)).default([]),
  accountManager: AccountManager.optional(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;
