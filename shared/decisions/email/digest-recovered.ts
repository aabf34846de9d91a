import { literally } from '../../languages/reason.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import type { DigestContent } from './content/digest-content.ts';
import type { DigestRole } from './digest-findings.ts';

/** A customer who came down the ladder, or off it, told to those who were told of going up. */
export type Recovered = DigestContent['recovered']['items'][number] & { readonly key: string };

export const recoveredOf = (night: CustomerNight, role: DigestRole): Recovered[] =>
  night.notices.flatMap((notice) => recovered(notice, night, role) ?? []);

function recovered(
  { key, kind, tell, currency, stage = '', because, reason }: Notice,
  { customer, accounts }: CustomerNight,
  role: DigestRole,
): Recovered | undefined {
  if (!tell.includes(role) || (kind !== 'recovery' && kind !== 'forecast-receded'))
    return undefined;
  const account = accounts.find((each) => each.currency === currency);
  const now = kind === 'recovery' ? account?.stage : undefined;
  return {
    key,
    kind,
    customerId: customer.customerId,
    customerName: customer.name,
    currency,
    stage,
    ...(now === undefined ? {} : { now }),
    overdue: account?.overdue ?? 0,
    because: reason ?? literally(because),
  };
}

export function byName(a: Recovered, b: Recovered): number {
  if (a.customerName !== b.customerName) return a.customerName < b.customerName ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
