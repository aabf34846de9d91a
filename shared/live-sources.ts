import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import type { StorageAccount } from './effects/store/storage-clients.ts';
import type { Source } from './run/ports.ts';
import type { Settings } from './settings.ts';
import { directoryFolder } from './sources/folders/directory-folder.ts';
import { filesSource } from './sources/files/files-source.ts';
import type { Folder } from './sources/folders/folder.ts';

type PolicyText = { readonly text: string; readonly where: string };

type LiveSource = {
  readonly sources: readonly Source[];
  readonly policyText: () => Promise<PolicyText>;
};

/** The identity and blob libraries are loaded only where used: a cold start is paid per wake-up. */
const defaultCredential = async () =>
  new (await import('@azure/identity')).DefaultAzureCredential();

export async function liveAccount(set: Settings): Promise<StorageAccount> {
  const { AzureWebJobsStorage: connectionString, AzureWebJobsStorage__accountName: accountName } =
    set;
  if (connectionString !== undefined) return { connectionString };
  return { accountName: accountName ?? '', credential: await defaultCredential() };
}

/** The data folder, and the policy beside the data unless a setting names another file. */
export async function liveSource(set: Settings, account: StorageAccount): Promise<LiveSource> {
  const folder = await dataFolder(set, account);
  return {
    sources:
      folder === undefined ? [] : [filesSource(folder, { stagingFolder: set.STAGING_FOLDER })],
    policyText: () => policyText(set.POLICY_FILE, folder),
  };
}

async function dataFolder(set: Settings, account: StorageAccount): Promise<Folder | undefined> {
  if (set.FILES_FOLDER !== undefined) return directoryFolder(set.FILES_FOLDER);
  if (set.FILES_CONTAINER === undefined) return undefined;
  const { blobContainer } = await import('./effects/store/blob-container.ts');
  const { containerFolder } = await import('./sources/folders/container-folder.ts');
  const isUrl = set.FILES_CONTAINER.startsWith('https://');
  const credential = isUrl ? await defaultCredential() : undefined;
  return containerFolder(blobContainer(account, set.FILES_CONTAINER, credential));
}

/** A folder without a policy of its own has the default one. */
export async function policyText(
  file: string | undefined,
  folder: Folder | undefined,
): Promise<PolicyText> {
  if (file !== undefined) return { text: await readFile(file, 'utf8'), where: file };
  const names = folder === undefined ? [] : await folder.files();
  if (folder === undefined || !names.some(({ name }) => name === 'policy.json'))
    return { text: '{}', where: 'default' };
  const where = `${folder.location}/policy.json`;
  return { text: await textOf(await folder.open('policy.json')), where };
}
