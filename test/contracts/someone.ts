import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { customerIdOf, type SourceFacts } from '../../shared/ledger/source-facts.ts';
import type { Customers, Outbox } from '../../shared/run/ports.ts';
import type { PulledFacts } from '../../shared/run/pull/pull-ports.ts';
import type { Run } from '../../shared/run/run.ts';
import { facts } from '../builders.ts';
import { present } from './run-builders.ts';

export type CustomerStores = {
  readonly customers: Customers;
  readonly facts: PulledFacts;
  readonly outbox: Outbox;
};

let made = 0;

/** A customer of its own, with every character that table keys may not have. */
export function someone(rows: Partial<Omit<CustomerFacts, 'customer'>> = {}): CustomerFacts {
  made += 1;
  return facts({ customer: { customerId: `c/${made}\\#?%='ü 🦊`, name: 'Grüße 🦊' }, ...rows });
}

export const idOf = ({ customer }: CustomerFacts) => customer.customerId;

/** A source says something, as a pull would write it. */
export async function tell(
  { facts }: Pick<CustomerStores, 'facts'>,
  run: Run,
  source: string,
  told: SourceFacts,
): Promise<void> {
  const id = customerIdOf(told);
  const place = { id, customerId: id };
  await facts.save(run, source, { ...place, facts: told }, await facts.etagOf(run, source, place));
}

export async function loaded(customers: Customers, run: Run, them: CustomerFacts) {
  return present(await customers.load(run, idOf(them)));
}
