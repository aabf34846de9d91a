import type { Customer } from './customer.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { customerIdOf, type SourceFacts } from './source-facts.ts';

/**
 * What the sources say together; the first that knows the customer says who it is. A customer
 * whose spend alone is known is in nobody's books, and evaluated all the same: we are liable.
 */
export function mergeFacts([first, ...others]: readonly [
  SourceFacts,
  ...SourceFacts[],
]): CustomerFacts {
  const all = [first, ...others];
  const whole = all.filter((facts) => 'customer' in facts);
  return {
    customer: whole[0]?.customer ?? unownedCustomer(first, all),
    invoices: whole.flatMap(({ invoices }) => invoices),
    payments: whole.flatMap(({ payments }) => payments),
    spend: all.flatMap(({ spend }) => spend),
    budgets: all.flatMap(({ budgets = [] }) => budgets),
    arrangements: whole.flatMap(({ arrangements }) => arrangements),
  };
}

/** Stands in for a customer that no source knows, on no dunning policy. */
function unownedCustomer(first: SourceFacts, all: readonly SourceFacts[]): Customer {
  const customerId = customerIdOf(first);
  const name = all.map((facts) => ('name' in facts ? facts.name : undefined)).find(Boolean);
  const currency = all.flatMap(currenciesOf)[0];
  if (currency === undefined)
    throw new TypeError(
      `Cannot merge facts of "${customerId}" because there are none: leave the customer out`,
    );
  return {
    customerId,
    name: name ?? customerId,
    currency,
    policy: 'none',
    tags: [],
    isUnowned: true,
  };
}

const currenciesOf = (facts: SourceFacts): readonly string[] => {
  const readings = 'readings' in facts ? (facts.readings ?? []) : [];
  return [...facts.spend, ...readings].map(({ currency }) => currency);
};
