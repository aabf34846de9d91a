import { moneyText } from '../../decisions/money-text.ts';
import type { BudgetEntry } from '../../ledger/entries.ts';
import type { Money } from '../../ledger/money.ts';
import { RunRefusedError } from '../errors.ts';
import type { CustomerPortal } from '../portal-ports.ts';
import type { Stored } from '../ports.ts';
import type { Directory } from '../pull/directory-ports.ts';
import type { CustomerAtDesk } from './load-customer.ts';
import type { People } from './people-port.ts';
import type { Actor } from './record-arrangement.ts';

export type SetBudgetNeeds = {
  readonly people: People;
  readonly directory: Directory;
  readonly portal: CustomerPortal | undefined;
};

type Asked = Pick<BudgetEntry, 'budget' | 'reason'>;

/**
 * It stands before what sources say, from the next night on. The portal is told too where it can
 * be; `portal` says what came of that, and a refusal there does not undo what was decided here.
 */
export async function setBudget(
  at: CustomerAtDesk,
  { budget, reason }: { readonly budget: Asked['budget']; readonly reason: string | undefined },
  stored: Stored<BudgetEntry> | undefined,
  { by, at: now }: Actor,
  needs: SetBudgetNeeds,
): Promise<Stored<BudgetEntry> & { readonly portal: string | null }> {
  if (budget.minorUnits < 0)
    throw new RunRefusedError('Cannot set a budget below zero: give an amount of zero or more');
  const value: BudgetEntry = {
    kind: 'budget',
    id: budget.currency,
    budget,
    ...(reason !== undefined && { reason }),
    recordedBy: by,
    recordedAt: now.toISOString(),
    recordedOn: at.today,
  };
  const since = budget.from === undefined ? '' : ` from ${budget.from}`;
  const why = reason === undefined ? '' : ` because ${reason}`;
  const text = `budget of ${moneyText(budget)}${since}${why}`;
  const event = eventOf(at, 'budget-set', text, value);
  const { etag } = await needs.people.save(at.loaded.customerId, stored?.etag, value, event);
  const portal = budget.from === undefined ? await tellPortal(at, budget, needs) : null;
  return { value, etag, portal };
}

/** The record of it stays; what sources say holds again. */
export async function removeBudget(
  at: CustomerAtDesk,
  { value, etag }: Stored<BudgetEntry>,
  { by, at: now }: Actor,
  needs: SetBudgetNeeds,
): Promise<string | null> {
  const next: BudgetEntry = {
    ...value,
    isRemoved: true,
    recordedBy: by,
    recordedAt: now.toISOString(),
    recordedOn: at.today,
  };
  const text = `budget of ${moneyText(value.budget)} taken back`;
  const event = eventOf(at, 'budget-removed', text, next);
  await needs.people.save(at.loaded.customerId, etag, next, event);
  return value.budget.from === undefined ? tellPortal(at, undefined, needs) : null;
}

const eventOf = (
  { today }: CustomerAtDesk,
  kind: string,
  text: string,
  { recordedBy, recordedAt, budget }: BudgetEntry,
) => ({ on: today, kind, currency: budget.currency, text, by: recordedBy, at: recordedAt });

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

async function tellPortal(
  { loaded: { customerId, tenantIds } }: CustomerAtDesk,
  budget: Money | undefined,
  { portal, directory }: SetBudgetNeeds,
): Promise<string | null> {
  if (portal === undefined) return null;
  const entered = (await directory.load(customerId))?.value.tenantIds[0];
  const tenantId = entered ?? tenantIds[0] ?? (UUID.test(customerId) ? customerId : undefined);
  if (tenantId === undefined) return 'not set there: no tenant of the customer is known';
  try {
    await portal.setBudget(tenantId, budget);
    return 'set';
  } catch (error) {
    return `not set there: ${error instanceof Error ? error.message : String(error)}`;
  }
}
