import { z } from 'zod';
import { CustomerId } from './customer.ts';
import { Identity } from './identity.ts';

/** An identity, and which customer it was found to be: itself, where no other is it. */
export const KnownIdentity = Identity.extend({
  customerId: CustomerId,
  /** Why it was matched with nobody, where there was more than one to match it with. */
  ambiguous: z.string().optional(),
});
export type KnownIdentity = z.infer<typeof KnownIdentity>;
