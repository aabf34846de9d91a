import { z } from 'zod';
import { AccountManager, CustomerId } from '../../ledger/customer.ts';

const Ids = z.array(z.string().trim().min(1).max(200)).max(100);

export const PutDirectory = z.strictObject({
  tenantIds: Ids.default([]),
  accountingIds: Ids.default([]),
  accountManager: z
    .strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      email: z.email().max(320).optional(),
    })
    .optional(),
});

export const DirectoryView = z.object({
  customerId: CustomerId,
  tenantIds: z.array(z.string()),
  accountingIds: z.array(z.string()),
  accountManager: AccountManager.nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  etag: z.string(),
});
