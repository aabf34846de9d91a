import type { CustomerId } from '../../shared/ledger/customer.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { toCustomerKey } from '../../shared/ledger/customer-key.ts';
import type { Staged } from '../../shared/sources/files/staged.ts';
import { UsageError } from '../commands/usage-error.ts';

export type ChosenCustomers = { readonly count: number; readonly ids: Iterable<CustomerId> };

/** The customers of these ids, or all, in the order of the folder. Throws UsageError. */
export function chosenCustomers(staged: Staged, ids: readonly CustomerId[]): ChosenCustomers {
  if (ids.length === 0) {
    const rows = staged.files.find(({ file }) => file.startsWith('customers.csv'));
    return { count: rows?.accepted ?? 0, ids: staged.ids() };
  }
  const chosen = [...new Set(ids)].sort((a, b) => (toCustomerKey(a) < toCustomerKey(b) ? -1 : 1));
  const unknown = chosen.filter((id) => staged.customer(id) === undefined);
  if (unknown.length > 0)
    throw new UsageError(
      `Cannot replay ${unknown.map((id) => `customer "${id}"`).join(', ')} because customers.csv has no such row that can be read: check the id, or leave --customer out`,
    );
  return { count: chosen.length, ids: chosen };
}

/** One customer in memory at a time. */
export function* factsOf(
  staged: Staged,
  ids: readonly CustomerId[],
): Generator<CustomerFacts, void> {
  for (const id of ids) {
    const facts = staged.customer(id);
    if (facts !== undefined) yield facts;
  }
}
