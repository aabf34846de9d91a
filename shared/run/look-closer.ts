import type { CustomerNight } from '../decisions/customer-night.ts';
import {
  isFlagged,
  withoutSpendParts,
  withSpendParts,
} from '../decisions/spend/with-spend-parts.ts';
import { SourceError, UnavailableError } from './errors.ts';
import type { CustomerPortal } from './portal-ports.ts';

/**
 * Asks what a month's cost is for where something is to be said of it, and only there: it costs
 * calls. A portal that does not answer costs the night this much and no more.
 */
export async function lookCloser(
  night: CustomerNight,
  tenantIds: readonly string[],
  portal: CustomerPortal | undefined,
): Promise<CustomerNight> {
  if (portal === undefined || tenantIds.length === 0 || !isFlagged(night)) return night;
  try {
    const parts = await Promise.all(tenantIds.map((id) => portal.spendParts(id)));
    return withSpendParts(night, parts.flat());
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof UnavailableError)) throw error;
    return withoutSpendParts(night, error.message);
  }
}
