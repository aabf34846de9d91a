import type { CustomerId } from '../../ledger/customer.ts';

const NEEDS_NO_ENCODING = /^[\w.-]*$/;

/** Keys sort, character by character, in the order that customers are handed out in. */
export const toCustomerKey = (id: string): string =>
  NEEDS_NO_ENCODING.test(id) ? id : encodeURIComponent(id).replaceAll('%', '=');

/** For people to read: a key says the id it was made from. */
export const idOfKey = (key: string): string => decodeURIComponent(key.replaceAll('=', '%'));

export const keyAfter = (id: CustomerId | undefined): string =>
  id === undefined ? '' : toCustomerKey(id);
