import type { CustomerId } from '../../../ledger/customer.ts';

/** Where a name in an e-mail leads to; nowhere as long as the page has no address. */
export type Links = { readonly customer: (customerId: CustomerId) => string | undefined };

export function linksTo(publicUrl: string | undefined): Links {
  const base = publicUrl?.replace(/\/+$/, '');
  return {
    customer: (customerId) =>
      base === undefined ? undefined : `${base}/#/customers/${encodeURIComponent(customerId)}`,
  };
}
