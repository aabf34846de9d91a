import { z } from 'zod';
import { CustomerId } from './customer.ts';

/**
 * Who a source says one of its customers is: the id it has there, and what else it is known by.
 * Names are told to people, and never matched by.
 */
export const Identity = z.object({
  id: CustomerId,
  name: z.string().optional(),
  tenantIds: z.array(z.string()).optional(),
  accountingIds: z.array(z.string()).optional(),
  domains: z.array(z.string()).optional(),
  registrationNumber: z.string().optional(),
});
export type Identity = z.infer<typeof Identity>;
