import type { Identity } from '../ledger/identity.ts';

/** Exact, but for how the same id is written: capitals in a GUID or a domain, spaces in a number. */
const tenantKey = (id: string): string => `tenant ${id.trim().toLowerCase()}`;
const accountKey = (id: string): string => `account ${id.trim().toLowerCase()}`;
const domainKey = (domain: string): string =>
  `domain ${domain.trim().toLowerCase().replace(/\.$/, '')}`;
const registrationKey = (number: string): string =>
  `registration ${number.replace(/[\s.\-/]/g, '').toUpperCase()}`;

/** An empty text is no id, and no two customers share it. */
const keysOf = (
  texts: readonly string[] = [],
  toKey: (text: string) => string,
): readonly string[] => texts.filter((text) => text.trim() !== '').map(toKey);

/** By any of these it is certain who somebody is. */
export const idKeys = ({
  tenantIds,
  accountingIds,
}: Pick<Identity, 'tenantIds' | 'accountingIds'>): readonly string[] => [
  ...keysOf(tenantIds, tenantKey),
  ...keysOf(accountingIds, accountKey),
];

/** By any of these it is likely, where nobody else has it. */
export const likelyKeys = ({ domains, registrationNumber }: Identity): readonly string[] => [
  ...keysOf(domains, domainKey),
  ...keysOf(registrationNumber === undefined ? [] : [registrationNumber], registrationKey),
];
