import { z } from 'zod';

const NullableText = z.string().nullable();

/**
 * `because`: why there are none to show, where that is not because there are none; `missing`: what
 * would have to be there for it: a portal that is set up, a tenant of the customer, or its answer.
 */
export const Subscriptions = z.object({
  subscriptions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      quantity: z.int(),
      unit: NullableText,
      billing: z.enum(['usage', 'license', 'other']),
      committedThrough: NullableText,
    }),
  ),
  because: NullableText,
  missing: z.enum(['portal', 'tenant', 'answer']).nullable(),
});
