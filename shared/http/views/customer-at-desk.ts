import type { CustomerId } from '../../ledger/customer.ts';
import {
  type CustomerAtDesk,
  type LoadCustomerNeeds,
  loadCustomer,
} from '../../run/desk/load-customer.ts';
import { ProblemError } from '../problems.ts';

export async function customerAtDesk(
  customerId: CustomerId,
  needs: LoadCustomerNeeds,
): Promise<CustomerAtDesk> {
  const found = await loadCustomer(customerId, needs);
  if (found !== undefined) return found;
  throw new ProblemError(404, 'There is no such customer, or no night has read it yet');
}
