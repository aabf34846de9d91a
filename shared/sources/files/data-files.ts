import { SourceError } from '../../run/errors.ts';
import type { Folder, FolderFile } from '../folders/folder.ts';
import { filesDigest } from '../staging/digest.ts';
import { AS_OF_FILE } from './as-of.ts';
import { CUSTOMERS, SOURCE_FILES, type SourceFile } from './source-file.ts';

/** Of the staging's tables, to be raised with them, and of the rows in them. */
const SHAPE = JSON.stringify([3, SOURCE_FILES.map(({ name, columns }) => [name, columns])]);

/** A data file as the folder has it, plain or packed; or what is in its place, and why that is none. */
export type DataFile = {
  readonly source: SourceFile;
  readonly file: FolderFile;
  readonly isPacked: boolean;
  readonly refusedBecause?: string;
};

/** What there is in a folder: its files, and what is none. */
export type Listing = {
  readonly files: readonly FolderFile[];
  readonly others: readonly string[];
};

export const listingOf = async (folder: Folder): Promise<Listing> => ({
  files: await folder.files(),
  others: (await folder.others?.()) ?? [],
});

/** The data files of a folder. Throws SourceError where it holds no customers, or a file twice. */
export function dataFiles(folder: Folder, listing: Listing): readonly DataFile[] {
  const found = SOURCE_FILES.map(
    (source) => dataFile(source, listing.files, folder) ?? instead(source, listing),
  ).filter((file) => file !== undefined);
  const [customers] = found;
  if (customers?.source !== CUSTOMERS)
    throw new SourceError(
      `Cannot read "${folder.location}" because it has no ${CUSTOMERS.name}: add it, or name another folder`,
    );
  if (customers.refusedBecause !== undefined)
    throw new SourceError(
      `Cannot read "${folder.location}" because its ${customers.file.name} ${customers.refusedBecause}`,
    );
  return found;
}

function dataFile(
  source: SourceFile,
  files: readonly FolderFile[],
  folder: Folder,
): DataFile | undefined {
  const plain = files.find(({ name }) => name === source.name);
  const packed = files.find(({ name }) => name === `${source.name}.gz`);
  if (plain !== undefined && packed !== undefined)
    throw new SourceError(
      `Cannot read "${folder.location}" because it has both ${plain.name} and ${packed.name}: keep one of them`,
    );
  const file = plain ?? packed;
  return file && { source, file, isPacked: file === packed };
}

/**
 * What somebody took for a data file that is not there. Passed over in silence it would be as if
 * nobody had paid.
 */
function instead(source: SourceFile, { files, others }: Listing): DataFile | undefined {
  const names = [source.name, `${source.name}.gz`];
  const other = others.find((name) => names.includes(name));
  const file = other === undefined ? files.find(({ name }) => isMeant(source, name)) : NOTHING;
  if (file === undefined) return undefined;
  return {
    source,
    file: { ...file, name: other ?? file.name },
    isPacked: false,
    refusedBecause:
      other === undefined
        ? `is not read under this name: call it ${source.name}`
        : 'is no file, but a folder or a link that leads nowhere: put the file there',
  };
}

const NOTHING: FolderFile = { name: '', size: 0, modifiedAt: new Date(0) };

const ENDINGS = ['csv', 'csv.gz', 'gz', 'csv.txt', 'xlsx'];

/** "Payments.csv", "payment.csv" and "payments.xlsx" are meant to be payments.csv. */
function isMeant(source: SourceFile, name: string): boolean {
  const plural = source.name.replace('.csv', '');
  const stems = [plural, plural.replace(/s$/, '')];
  return stems.some((stem) => ENDINGS.some((ending) => name.toLowerCase() === `${stem}.${ending}`));
}

/** Changes when a file of the folder does, so that what was staged before can be used again. */
export const fingerprint = ({ files, others }: Listing): string =>
  filesDigest(SHAPE, [
    ...files.filter(({ name }) => isOurs(name)),
    ...others.filter(isOurs).map((name) => ({ ...NOTHING, name })),
  ]);

const isOurs = (name: string): boolean =>
  name === AS_OF_FILE || SOURCE_FILES.some((source) => isMeant(source, name));
