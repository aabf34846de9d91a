import { z } from 'zod';
import type { Identity } from '../../ledger/identity.ts';
import { TenantId } from './wire.ts';

/** A customer as the list of them has it; its own page would tell more, and costs a call. */
export const ListedCustomer = z
  .object({
    id: TenantId.nullish(),
    companyProfile: z
      .object({
        tenantId: TenantId.nullish(),
        domain: z.string().nullish(),
        companyName: z.string().nullish(),
      })
      .nullish(),
  })
  .transform(({ id, companyProfile }, context): Identity => {
    const customerId = id ?? companyProfile?.tenantId;
    if (customerId === undefined || customerId === null) {
      context.addIssue({ code: 'custom', path: ['id'], message: 'names no customer' });
      return z.NEVER;
    }
    const domain = companyProfile?.domain?.toLowerCase();
    return {
      id: customerId,
      tenantIds: [customerId],
      ...(companyProfile?.companyName && { name: companyProfile.companyName }),
      ...(domain && { domains: [domain] }),
    };
  });
export type ListedCustomer = z.infer<typeof ListedCustomer>;
