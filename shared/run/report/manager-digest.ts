import type { CustomerNight } from '../../decisions/customer-night.ts';
import { type DigestTally, digestTally } from '../../decisions/email/digest-tally.ts';
import type { AgingTally } from './aging-tally.ts';

export type ManagerDigest = {
  readonly recipient: {
    readonly email: string;
    readonly name: string | undefined;
    readonly language: string | undefined;
  };
  readonly digest: DigestTally;
  /** Of all the manager's customers, those without news too. */
  readonly aging: AgingTally;
};

/** A customer without an account manager's address is the operator's to see. */
export function managerOf(
  managers: Map<string, ManagerDigest>,
  { customer: { accountManager } }: CustomerNight,
  fallback: string | undefined,
): ManagerDigest | undefined {
  const own = accountManager?.email === undefined ? undefined : accountManager;
  const email = own?.email ?? fallback;
  if (email === undefined) return undefined;
  const { name, language } = own ?? {};
  const known = managers.get(email);
  if (known !== undefined) return known;
  const manager = {
    recipient: { email, name, language },
    digest: digestTally('account-manager'),
    aging: new Map(),
  };
  managers.set(email, manager);
  return manager;
}
