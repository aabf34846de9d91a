import { SourceError } from '../../run/errors.ts';
import type { Folder, FolderFile } from '../folders/folder.ts';
import { filesDigest } from '../staging/digest.ts';
import { AS_OF_FILE } from './as-of.ts';
import { CUSTOMERS, SOURCE_FILES, type SourceFile } from './source-file.ts';

/** Of the staging's tables, to be raised with them, and of the rows in them. */
const SHAPE = JSON.stringify([2, SOURCE_FILES.map(({ name, columns }) => [name, columns])]);

/** A data file as the folder has it, plain or packed. */
export type DataFile = {
  readonly source: SourceFile;
  readonly file: FolderFile;
  readonly isPacked: boolean;
};

/** The data files of a folder. Throws SourceError where it holds no customers, or a file twice. */
export function dataFiles(folder: Folder, files: readonly FolderFile[]): readonly DataFile[] {
  const found = SOURCE_FILES.map((source) => dataFile(source, files, folder)).filter(
    (file) => file !== undefined,
  );
  if (found[0]?.source === CUSTOMERS) return found;
  throw new SourceError(
    `Cannot read "${folder.location}" because it has no ${CUSTOMERS.name}: add it, or name another folder`,
  );
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

/** Changes when a file of the folder does, so that what was staged before can be used again. */
export const fingerprint = (files: readonly FolderFile[]): string =>
  filesDigest(
    SHAPE,
    files.filter(({ name }) => NAMES.has(name)),
  );

const NAMES = new Set([AS_OF_FILE, ...SOURCE_FILES.flatMap(({ name }) => [name, `${name}.gz`])]);
