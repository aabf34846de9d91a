import { reportedReason } from '../../languages/en.ts';
import type { Customer } from '../../ledger/customer.ts';
import type { Policy } from '../../policy/policy.ts';
import { whyNotContacted } from './do-not-contact.ts';
import type { Email } from './email.ts';

/**
 * Who an e-mail can go to, first choice first: a semicolon stands before the next contact, a comma
 * between people who get it together. What is for colleagues falls back to the credit controller
 * and to the operator.
 */
export function contactsOf(
  { kind, to }: Pick<Email, 'kind' | 'to'>,
  { reseller }: Pick<Policy, 'reseller'>,
): readonly string[] {
  const { creditControllerEmail, operatorEmail } = reseller;
  const colleagues = kind === 'letter' ? [] : [creditControllerEmail, operatorEmail];
  const contacts = [...to.split(';'), ...colleagues.flatMap((each) => each?.split(';') ?? [])];
  return [...new Set(contacts.map((each) => each.trim()).filter((each) => each !== ''))];
}

/** The addresses in a contact, as reports and lists compare them. */
export const addressesIn = (contact: string): readonly string[] =>
  contact.split(',').map((each) => (/<([^>]*)>/.exec(each)?.[1] ?? each).trim().toLowerCase());

export type Choice =
  | { readonly kind: 'contact'; readonly contact: string }
  | { readonly kind: 'nobody'; readonly because: string };

/** The first contact that may be written to and did not miss it yet; or why there is none. */
export function chooseContact(
  email: Pick<Email, 'kind' | 'to'>,
  missed: readonly string[],
  customer: Pick<Customer, 'doNotContact' | 'tags'> | undefined,
  policy: Policy,
): Choice {
  const { doNotContact } = policy.contact;
  const never =
    email.kind === 'letter' && customer !== undefined
      ? whyNotContacted(customer, policy)
      : undefined;
  if (never !== undefined) return { kind: 'nobody', because: reportedReason(never) };

  const avoided = doNotContact.addresses.map((each) => each.trim().toLowerCase());
  const left = contactsOf(email, policy).filter((each) => !missed.includes(each));
  const contact = left.find(
    (each) => !addressesIn(each).some((address) => avoided.includes(address)),
  );
  if (contact !== undefined) return { kind: 'contact', contact };
  const because =
    left.length > 0
      ? `${left.join(', ')}: not to be contacted, by the policy`
      : 'no contact is left to try';
  return { kind: 'nobody', because };
}
