import { SourceError, UnavailableError } from '../../run/errors.ts';
import type { Refused } from '../csv/until-refused.ts';
import type { Folder } from '../folders/folder.ts';
import { digest } from '../staging/digest.ts';
import { stageOnce } from '../staging/stage-once.ts';
import { readAsOf } from './as-of.ts';
import { type DataFile, dataFiles, fingerprint, type Listing, listingOf } from './data-files.ts';
import { readFile } from './read-file.ts';
import { settle } from './settle.ts';
import { CUSTOMERS } from './source-file.ts';
import { openStaged, type Staged } from './staged.ts';
import { createStaging, type FileWriter, fileWriter, finishStaging } from './staging-tables.ts';

/**
 * Reads a whole data folder into a file on disk, grouped by customer, and opens it; opens the one
 * there is where the folder is unchanged. Throws SourceError where the folder is of no use.
 */
export async function stageFolder(
  folder: Folder,
  { stagingFolder }: { readonly stagingFolder: string },
): Promise<Staged> {
  const listing = await listingOf(folder);
  const data = dataFiles(folder, listing);
  const staging = { place: digest(folder.location), version: fingerprint(listing) };
  const path = await stageOnce(stagingFolder, staging, async (part) => {
    await stage(folder, data, part);
    await refuseChanged(folder, listing);
  });
  return openStaged(path);
}

async function stage(folder: Folder, files: readonly DataFile[], path: string): Promise<void> {
  const asOf = await readAsOf(folder);
  const database = createStaging(path);
  try {
    for (const data of files) {
      const { source, file } = data;
      const refused = await readInto(folder, data, fileWriter(database, source, file.name));
      if (refused !== undefined && source === CUSTOMERS)
        throw unusable(folder, file.name, refused.column, refused.reason);
    }
    settle(database);
    finishStaging(database, { asOf, newestFileAt: newestOf(files) });
  } finally {
    database.close();
  }
}

/** What is in the place of a file is one reject, and the other files go on. */
async function readInto(
  folder: Folder,
  { source, file, isPacked, refusedBecause }: DataFile,
  writer: FileWriter,
): Promise<Refused | undefined> {
  if (refusedBecause !== undefined) {
    const refused = { line: 1, column: '', reason: refusedBecause };
    writer.reject(1, { ...refused, value: '' });
    writer.finish(1, false);
    return refused;
  }
  return await readFile(source, await folder.open(file.name), isPacked, writer);
}

const unusable = (folder: Folder, name: string, column: string, reason: string): SourceError =>
  new SourceError(
    `Cannot read "${name}" of "${folder.location}" because ${column === '' ? 'it' : `the column "${column}"`} ${reason}: nothing is known without its customers, so mend it`,
  );

/** Whoever is writing the files will be done when this is tried again. */
async function refuseChanged(folder: Folder, before: Listing): Promise<void> {
  if (fingerprint(await listingOf(folder)) === fingerprint(before)) return;
  throw new UnavailableError(
    `Cannot read "${folder.location}" because it changed while it was read: try again when its files are complete`,
  );
}

const newestOf = (files: readonly DataFile[]): Date =>
  new Date(Math.max(...files.map(({ file }) => file.modifiedAt.getTime())));
