import type { Money } from '../ledger/money.ts';
import type { SpendPart } from '../ledger/spend.ts';

/** The source whose ids are the tenants that the portal knows. */
export const PORTAL_SOURCE = 'partner-center';

/**
 * Where customers have their subscriptions and budgets, asked about one customer at a time: each
 * question costs calls. Throws SourceError, or UnavailableError where asking again may help.
 */
export interface CustomerPortal {
  subscriptions(tenantId: string): Promise<readonly Subscription[]>;
  /** What this month's cost is for, the largest first. */
  spendParts(tenantId: string): Promise<readonly SpendPart[]>;
  /** A budget of every month, in the currency the customer is billed in; undefined takes it away. */
  setBudget(tenantId: string, budget: Money | undefined): Promise<void>;
}

export type Subscription = {
  readonly id: string;
  readonly name: string;
  /** As the portal has it: active, suspended, expired, deleted … */
  readonly status: string;
  readonly quantity: number;
  readonly unit: string | undefined;
  readonly billing: 'usage' | 'license' | 'other';
  /** The last day of its term, where it has one. */
  readonly committedThrough: string | undefined;
};
