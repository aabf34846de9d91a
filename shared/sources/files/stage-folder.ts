import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from '../../run/errors.ts';
import { readAsOf } from './as-of.ts';
import { type DataFile, dataFiles, fingerprint, folderDigest } from './data-files.ts';
import type { Folder, FolderFile } from './folder.ts';
import { readFile } from './read-file.ts';
import { removeStaleStagings } from './remove-stale-stagings.ts';
import { settle } from './settle.ts';
import { CUSTOMERS } from './source-file.ts';
import { openStaged, type Staged } from './staged.ts';
import { createStaging, fileWriter, finishStaging } from './staging-tables.ts';

/**
 * Reads a whole data folder into a file on disk, grouped by customer, and opens it; opens the one
 * there is where the folder is unchanged. Throws SourceError where the folder is of no use.
 */
export async function stageFolder(
  folder: Folder,
  { stagingFolder }: { readonly stagingFolder: string },
): Promise<Staged> {
  const files = await folder.files();
  const data = dataFiles(folder, files);
  const path = join(stagingFolder, `${folderDigest(folder)}-${fingerprint(files)}.sqlite`);
  if (await exists(path)) return openStaged(path);

  const part = `${path}.${randomUUID()}.part`;
  await mkdir(stagingFolder, { recursive: true });
  try {
    await stage(folder, data, part);
    await refuseChanged(folder, files);
    await removeStaleStagings(stagingFolder, folder, path, part);
    await publish(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return openStaged(path);
}

async function stage(folder: Folder, files: readonly DataFile[], path: string): Promise<void> {
  const asOf = await readAsOf(folder);
  const database = createStaging(path);
  try {
    for (const { source, file, isPacked } of files) {
      const stream = await folder.open(file.name);
      const writer = fileWriter(database, source, file.name);
      const refused = await readFile(source, stream, isPacked, writer);
      if (refused !== undefined && source === CUSTOMERS)
        throw unusable(folder, file.name, refused.column, refused.reason);
    }
    settle(database);
    finishStaging(database, { asOf, newestFileAt: newestOf(files) });
  } finally {
    database.close();
  }
}

const unusable = (folder: Folder, name: string, column: string, reason: string): SourceError =>
  new SourceError(
    `Cannot read "${name}" of "${folder.location}" because ${column === '' ? 'it' : `the column "${column}"`} ${reason}: nothing is known without its customers, so mend it`,
  );

/** Not a SourceError: whoever is writing the files will be done when this is tried again. */
async function refuseChanged(folder: Folder, before: readonly FolderFile[]): Promise<void> {
  if (fingerprint(await folder.files()) === fingerprint(before)) return;
  throw new Error(
    `Cannot read "${folder.location}" because it changed while it was read: try again when its files are complete`,
  );
}

/** On disk before it has its name: after a power cut, what has the name is whole. */
async function publish(part: string, path: string): Promise<void> {
  const file = await open(part, 'r+');
  await file.sync();
  await file.close();
  await rename(part, path).catch(async (error: unknown) => {
    // Windows replaces no file that another process reads; theirs is as good as ours.
    if (!(await exists(path))) throw error;
  });
}

const newestOf = (files: readonly DataFile[]): Date =>
  new Date(Math.max(...files.map(({ file }) => file.modifiedAt.getTime())));

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
