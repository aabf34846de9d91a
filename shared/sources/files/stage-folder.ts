import { SourceError, UnavailableError } from '../../run/errors.ts';
import type { Folder, FolderFile } from '../folders/folder.ts';
import { digest } from '../staging/digest.ts';
import { stageOnce } from '../staging/stage-once.ts';
import { readAsOf } from './as-of.ts';
import { type DataFile, dataFiles, fingerprint } from './data-files.ts';
import { readFile } from './read-file.ts';
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
  const staging = { place: digest(folder.location), version: fingerprint(files) };
  const path = await stageOnce(stagingFolder, staging, async (part) => {
    await stage(folder, data, part);
    await refuseChanged(folder, files);
  });
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

/** Whoever is writing the files will be done when this is tried again. */
async function refuseChanged(folder: Folder, before: readonly FolderFile[]): Promise<void> {
  if (fingerprint(await folder.files()) === fingerprint(before)) return;
  throw new UnavailableError(
    `Cannot read "${folder.location}" because it changed while it was read: try again when its files are complete`,
  );
}

const newestOf = (files: readonly DataFile[]): Date =>
  new Date(Math.max(...files.map(({ file }) => file.modifiedAt.getTime())));
