import type { CustomerId } from '../../ledger/customer.ts';
import { toCustomerKey } from '../../ledger/customer-key.ts';

/** For people to read: a key says the id it was made from. */
export const idOfKey = (key: string): string => decodeURIComponent(key.replaceAll('=', '%'));

export const keyAfter = (id: CustomerId | undefined): string =>
  id === undefined ? '' : toCustomerKey(id);
