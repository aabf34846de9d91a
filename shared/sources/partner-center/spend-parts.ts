import { z } from 'zod';
import { CurrencyCode } from '../../ledger/money.ts';
import type { SpendPart } from '../../ledger/spend.ts';
import { roundedMinorUnits } from '../amounts/exact-amount.ts';
import type { AccessTokens } from '../http/surroundings.ts';
import { itemsOf } from './items-of.ts';
import type { PartnerCenterCalls } from './partner-center-calls.ts';
import { Decimal, TenantId } from './wire.ts';

/** A plan (of the newer Azure) or a subscription (of the older): one row each. */
const SubscriptionMonthlyUsageRecord = z.object({
  resourceId: z.string(),
  resourceName: z.string().nullish(),
  offerId: z.string().nullish(),
  totalCost: Decimal,
  currencyCode: CurrencyCode.nullish(),
});

const ResourceUsageRecord = z.object({
  resourceType: z.string().nullish(),
  entitlementName: z.string().nullish(),
  entitlementId: z.string().nullish(),
  totalCost: Decimal,
  currencyCode: CurrencyCode,
});

const PLAN_OFFER = 'DZH318Z0BPS6';

/**
 * What a month's cost is for, by service and Azure subscription, the largest first. Only plans say
 * what is in them, and one that has cost nothing is not asked.
 */
export async function spendParts(
  tenantId: string,
  calls: PartnerCenterCalls,
  tokens: AccessTokens,
): Promise<readonly SpendPart[]> {
  const id = TenantId.parse(tenantId);
  const what = `read what the spend of customer "${id}" is for, from Partner Center`;
  const of = `/customers/${encodeURIComponent(id)}/subscriptions`;
  const read = <Schema extends z.ZodType>(path: string, schema: Schema) =>
    itemsOf(calls.pages({ what, path: `${of}/${path}`, tokens }), schema);

  const sums = new Map<string, bigint>();
  for (const row of await read('usagerecords', SubscriptionMonthlyUsageRecord)) {
    if (row.totalCost === 0n) continue;
    if (row.offerId?.startsWith(PLAN_OFFER) === true) {
      const plan = `${encodeURIComponent(row.resourceId)}/resourceusagerecords`;
      for (const each of await read(plan, ResourceUsageRecord))
        add(sums, each.totalCost, {
          currency: each.currencyCode,
          service: each.resourceType || undefined,
          subscription: each.entitlementName || each.entitlementId || undefined,
        });
    } else if (row.currencyCode !== undefined && row.currencyCode !== null)
      add(sums, row.totalCost, {
        currency: row.currencyCode,
        service: undefined,
        subscription: row.resourceName ?? row.resourceId,
      });
  }
  return partsOf(sums);
}

const Key = z.object({
  currency: CurrencyCode,
  service: z.string().optional(),
  subscription: z.string().optional(),
});

/** Added up before they are rounded: many resources cost less than a cent. */
function add(
  sums: Map<string, bigint>,
  amount: bigint,
  {
    currency,
    service,
    subscription,
  }: {
    readonly currency: string;
    readonly service: string | undefined;
    readonly subscription: string | undefined;
  },
): void {
  const key = JSON.stringify({ currency, service, subscription });
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}

function partsOf(sums: ReadonlyMap<string, bigint>): readonly SpendPart[] {
  return [...sums]
    .map(([key, amount]) => {
      const { currency, service, subscription } = Key.parse(JSON.parse(key));
      return {
        ...(service !== undefined && { service }),
        ...(subscription !== undefined && { subscription }),
        minorUnits: roundedMinorUnits(amount, currency),
        currency,
      };
    })
    .sort((a, b) => b.minorUnits - a.minorUnits);
}
