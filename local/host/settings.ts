import { HostError } from './host-error.ts';

/** Reads a setting; names are compared without case, as the platform does. */
export type Setting = (name: string) => string | undefined;

export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Setting {
  const byName = new Map(
    Object.entries(environment).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return (name) => byName.get(name.toLowerCase());
}

/** Replaces each `%NAME%` by the setting of that name. Throws HostError for one that is not set. */
export function resolveSettings(text: string, setting: Setting): string {
  return text.replaceAll(/%([^%]+)%/g, (_, name: string) => {
    const value = setting(name);
    if (value !== undefined) return value;
    throw new HostError(`Cannot resolve "%${name}%" because that setting is not set: set ${name}`);
  });
}

/** A connection is named by a setting, whose name may leave out `AzureWebJobs`. */
export function connectionString(connection: string, setting: Setting): string {
  const value = setting(connection) ?? setting(`AzureWebJobs${connection}`);
  if (value !== undefined && value !== '') return value;
  throw new HostError(
    `Cannot connect to "${connection}" because that setting is not set: set it to the connection string of a storage account`,
  );
}
