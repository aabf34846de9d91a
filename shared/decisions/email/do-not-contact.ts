import type { Reason } from '../../languages/reason.ts';
import type { Customer } from '../../ledger/customer.ts';
import type { Policy } from '../../policy/policy.ts';

/** Why nobody writes to a customer, if so: its source says so, or a tag of it does. */
export function whyNotContacted(
  { doNotContact, tags }: Pick<Customer, 'doNotContact' | 'tags'>,
  { contact }: Policy,
): Reason | undefined {
  if (doNotContact === true) return [{ key: 'do-not-contact' }];
  const tag = contact.doNotContact.tags.find((each) => tags.includes(each));
  return tag === undefined ? undefined : [{ key: 'do-not-contact', tag }];
}
