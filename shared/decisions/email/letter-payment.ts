import type { CustomerId } from '../../ledger/customer.ts';
import type { Payment, PaymentAccount } from '../../policy/reseller-policy.ts';

/** Where to pay to, as one customer is told it. */
export function paymentOf(
  { byCurrency = {}, ...general }: Payment,
  customerId: CustomerId,
): Payment {
  const others = Object.entries(byCurrency).map(
    ([currency, account]) => [currency, namingCustomer(account, customerId)] as const,
  );
  return {
    ...namingCustomer(general, customerId),
    ...(others.length > 0 && { byCurrency: Object.fromEntries(others) }),
  };
}

const CUSTOMER_ID = /\{customerId\}/g;

function namingCustomer(account: PaymentAccount, customerId: CustomerId): PaymentAccount {
  const { reference, url } = account;
  return {
    ...account,
    ...(reference !== undefined && { reference: reference.replace(CUSTOMER_ID, () => customerId) }),
    ...(url !== undefined && {
      url: url.replace(CUSTOMER_ID, () => encodeURIComponent(customerId)),
    }),
  };
}
