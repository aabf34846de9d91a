import type { StorageAccount } from './effects/store/storage-clients.ts';
import type { Source } from './run/pull/source.ts';
import type { Settings } from './settings.ts';
import { filesSource } from './sources/files/files-source.ts';
import { focusSource } from './sources/focus/focus-source.ts';
import { directoryFolder } from './sources/folders/directory-folder.ts';
import type { Folder } from './sources/folders/folder.ts';
import { type PolicyText, policyText } from './sources/folders/policy-text.ts';

type LiveSource = {
  /** Who is who is found out in turn: the books say it first, and exports of cost are asked last. */
  readonly books: readonly Source[];
  readonly costs: readonly Source[];
  readonly policyText: () => Promise<PolicyText>;
};

/** The identity and blob libraries are loaded only where used: a cold start is paid per wake-up. */
export const defaultCredential = async () =>
  new (await import('@azure/identity')).DefaultAzureCredential();

export async function liveAccount(set: Settings): Promise<StorageAccount> {
  const { AzureWebJobsStorage: connectionString, AzureWebJobsStorage__accountName: accountName } =
    set;
  if (connectionString !== undefined) return { connectionString };
  return { accountName: accountName ?? '', credential: await defaultCredential() };
}

/** The data folder and the exports of cost, and the policy beside the data unless one is named. */
export async function liveSource(set: Settings, account: StorageAccount): Promise<LiveSource> {
  const staging = { stagingFolder: set.STAGING_FOLDER };
  const data = await folderAt(set.FILES_FOLDER, set.FILES_CONTAINER, 'customers.csv', account);
  const cost = await folderAt(set.FOCUS_FOLDER, set.FOCUS_CONTAINER, 'exports of cost', account);
  return {
    books: data === undefined ? [] : [filesSource(data, staging)],
    costs: cost === undefined ? [] : [focusSource(cost, staging)],
    policyText: () => policyText(set.POLICY_FILE, data),
  };
}

async function folderAt(
  path: string | undefined,
  container: string | undefined,
  holding: string,
  account: StorageAccount,
): Promise<Folder | undefined> {
  if (path !== undefined) return directoryFolder(path, holding);
  if (container === undefined) return undefined;
  const { blobContainer } = await import('./effects/store/blob-container.ts');
  const { containerFolder } = await import('./sources/folders/container-folder.ts');
  const { nameOrUrl, prefix } = containerPlace(container);
  const credential = nameOrUrl.startsWith('https://') ? await defaultCredential() : undefined;
  return containerFolder(blobContainer(account, nameOrUrl, credential), prefix, holding);
}

/** A container by name or address, and what follows it: "exports/focus" is focus/ in exports. */
export function containerPlace(text: string): { nameOrUrl: string; prefix: string } {
  const isUrl = text.startsWith('https://');
  const { origin, pathname, search } = isUrl ? new URL(text) : new URL(text, 'https://name/');
  const [, name = '', ...prefix] = decodeURIComponent(pathname).split('/');
  return { nameOrUrl: isUrl ? `${origin}/${name}${search}` : name, prefix: prefix.join('/') };
}
