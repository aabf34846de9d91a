import type { CustomerId } from '../ledger/customer.ts';

/** Customers by what they are known by. Mostly one alone is known by it, and needs no list. */
export type CustomerIndex = ReadonlyMap<string, CustomerId | readonly CustomerId[]>;

type GrowingIndex = Map<string, CustomerId | readonly CustomerId[]>;

export const newIndex = (): GrowingIndex => new Map();

export function addTo(index: GrowingIndex, keys: readonly string[], customerId: CustomerId): void {
  for (const key of keys) {
    const there = listOf(index.get(key));
    if (there.length === 0) index.set(key, customerId);
    else if (!there.includes(customerId)) index.set(key, [...there, customerId]);
  }
}

/** All that are known by one of the keys, each once. */
export const customersIn = (
  index: CustomerIndex,
  keys: readonly string[],
): readonly CustomerId[] =>
  keys.length === 1
    ? listOf(index.get(keys[0] ?? ''))
    : [...new Set(keys.flatMap((key) => listOf(index.get(key))))];

const NOBODY: readonly CustomerId[] = [];

const listOf = (there: CustomerId | readonly CustomerId[] | undefined): readonly CustomerId[] => {
  if (there === undefined) return NOBODY;
  return typeof there === 'string' ? [there] : there;
};
