import type { AccountManager } from '../../ledger/customer.ts';
import { emailsIn } from './email-text.ts';
import type { Salesperson } from './wire.ts';

/** Salespeople by their code: there are a few, whatever the number of customers. */
export type Salespeople = ReadonlyMap<string, Salesperson>;

/** The salesperson of a customer answers for it. Undefined where it has none, or one who has left. */
export function accountManagerOf(
  code: string | undefined,
  salespeople: Salespeople,
): AccountManager | undefined {
  const salesperson = code === undefined ? undefined : salespeople.get(code);
  if (salesperson === undefined || salesperson.blocked === true) return undefined;
  const { displayName: name, email } = salesperson;
  const [address] = emailsIn(email);
  return {
    ...(name !== undefined && { name }),
    ...(address !== undefined && { email: address }),
  };
}
