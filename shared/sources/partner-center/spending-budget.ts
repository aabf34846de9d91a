import { z } from 'zod';
import { type Money, toDecimal } from '../../ledger/money.ts';
import { SourceError } from '../../run/errors.ts';
import { exactAmount } from '../amounts/exact-amount.ts';
import type { AccessTokens } from '../http/surroundings.ts';
import type { PartnerCenterCalls } from './partner-center-calls.ts';
import { TenantId } from './wire.ts';

/** Some answers tell the amount under another name as well. */
const SpendingBudget = z.object({
  amount: z.string().nullish(),
  usageSpendingBudget: z.string().nullish(),
});

/**
 * Sets a customer's budget of every month, in the currency the customer is billed in, or takes it
 * away. Partner Center tells what it keeps, and that is what counts.
 */
export async function setSpendingBudget(
  tenantId: string,
  budget: Money | undefined,
  calls: PartnerCenterCalls,
  tokens: AccessTokens,
): Promise<void> {
  const id = TenantId.parse(tenantId);
  const asked = {
    what: `set the budget of customer "${id}" in Partner Center`,
    path: `/customers/${encodeURIComponent(id)}/usagebudget`,
    tokens,
  };
  const amount = budget === undefined ? null : Number(toDecimal(budget));
  const answer = await calls.patch(asked, {
    Amount: amount,
    Attributes: { ObjectType: 'SpendingBudget' },
  });
  const { data: kept, success } = SpendingBudget.safeParse(answer);
  if (!success)
    throw new SourceError(
      `Cannot ${asked.what} because the answer is no budget: see there what it is`,
    );
  const keeps = kept.amount ?? kept.usageSpendingBudget ?? undefined;
  const wanted = budget === undefined ? undefined : toDecimal(budget);
  if (wanted === undefined ? keeps !== undefined : !isEqual(keeps, wanted))
    throw new SourceError(
      `Cannot ${asked.what} because it answered ${keeps ?? 'no budget'} instead of ${wanted ?? 'none'}: see there what it is`,
    );
}

const isEqual = (kept: string | undefined, wanted: string): boolean =>
  kept !== undefined && exactAmount(kept) === exactAmount(wanted);
