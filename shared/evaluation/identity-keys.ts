/** Exact, but for how the same id is written: capitals in a GUID or a domain, spaces in a number. */
export const tenantKey = (id: string): string => `tenant ${id.trim().toLowerCase()}`;
export const accountKey = (id: string): string => `account ${id.trim().toLowerCase()}`;
export const domainKey = (domain: string): string =>
  `domain ${domain.trim().toLowerCase().replace(/\.$/, '')}`;
export const registrationKey = (number: string): string =>
  `registration ${number.replace(/[\s.\-/]/g, '').toUpperCase()}`;

/** An empty text is no id, and no two customers share it. */
export const keysOf = (
  texts: readonly string[] = [],
  toKey: (text: string) => string,
): readonly string[] => texts.filter((text) => text.trim() !== '').map(toKey);
