import { z } from 'zod';
import type { Subscription } from '../../run/portal-ports.ts';
import type { AccessTokens } from '../http/surroundings.ts';
import { itemsOf } from './items-of.ts';
import type { PartnerCenterCalls } from './partner-center-calls.ts';
import { Instant, TenantId } from './wire.ts';

/** A term that never ends is written as one that ends in the year 9999. */
const NEVER = '9999';

const Billing = z
  .string()
  .nullish()
  .transform((type): Subscription['billing'] =>
    type === 'usage' || type === 'license' ? type : 'other',
  );

const PartnerSubscription = z
  .object({
    id: z.string(),
    friendlyName: z.string().nullish(),
    offerName: z.string().nullish(),
    status: z.string(),
    quantity: z.coerce.number().int(),
    unitType: z.string().nullish(),
    billingType: Billing,
    commitmentEndDate: Instant.nullish(),
  })
  .transform((row): Subscription => {
    const end = row.commitmentEndDate?.slice(0, 10);
    return {
      id: row.id,
      name: row.friendlyName || row.offerName || row.id,
      status: row.status,
      quantity: row.quantity,
      unit: row.unitType ?? undefined,
      billing: row.billingType,
      committedThrough: end === undefined || end.startsWith(NEVER) ? undefined : end,
    };
  });

/** What a customer subscribes to, whatever its state. */
export async function subscriptions(
  tenantId: string,
  calls: PartnerCenterCalls,
  tokens: AccessTokens,
): Promise<readonly Subscription[]> {
  const id = TenantId.parse(tenantId);
  const what = `read the subscriptions of customer "${id}" from Partner Center`;
  const path = `/customers/${encodeURIComponent(id)}/subscriptions`;
  return await itemsOf(calls.pages({ what, path, tokens }), PartnerSubscription);
}
