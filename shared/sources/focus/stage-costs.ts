import { rm } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { SourceError, UnavailableError } from '../../run/errors.ts';
import type { Folder, FolderFile } from '../folders/folder.ts';
import { digest, filesDigest } from '../staging/digest.ts';
import { stageOnce } from '../staging/stage-once.ts';
import { type CostFile, costFiles, isOfCosts } from './cost-files.ts';
import { costRecords } from './cost-records.ts';
import { emptyRunTexts, overlapTexts } from './findings.ts';
import { readCostFile } from './read-cost-file.ts';
import { openStagedCosts, type StagedCosts } from './staged-costs.ts';
import { costWriter, createStaging, finishStaging, writeRefused } from './staging-tables.ts';

/** Raised when stagings of an older shape are of no use any more. */
const STAGING_SHAPE = '1';

/**
 * Reads all cost there is in a folder, by customer, into a file on disk and opens it; opens the
 * one there is where nothing has changed. Throws SourceError where the folder is of no use.
 */
export async function stageCosts(
  folder: Folder,
  { stagingFolder }: { readonly stagingFolder: string },
): Promise<StagedCosts> {
  const tree = (await folder.tree()).filter(isOfCosts);
  const staging = {
    place: digest(`costs of ${folder.location}`),
    version: filesDigest(STAGING_SHAPE, tree),
  };
  const path = await stageOnce(stagingFolder, staging, (part) => stage(folder, tree, part));
  return openStagedCosts(path);
}

async function stage(folder: Folder, tree: readonly FolderFile[], path: string): Promise<void> {
  const { files, runs, refused, findings, newestAt } = await costFiles(folder, tree);
  const database = createStaging(path);
  try {
    for (const [index, each] of refused.entries()) writeRefused(database, -1 - index, each);
    const rows = await readFiles(folder, files, database, path);
    await refuseChanged(folder, files);
    const empty = emptyRunTexts(files, runs, rows);
    finishStaging(database, newestAt, [...findings, ...empty, ...overlapTexts(database, files)]);
  } finally {
    database.close();
  }
}

/** How many rows each file has. */
async function readFiles(
  folder: Folder,
  files: readonly CostFile[],
  database: DatabaseSync,
  path: string,
): Promise<readonly number[]> {
  const digests = new Set<string>();
  const read: { rows: number; isOfCost: boolean }[] = [];
  for (const [index, { file, run, isToldElsewhere }] of files.entries()) {
    const scratchPath = `${path}.${index}.parquet.part`;
    try {
      const stream = await folder.open(file.name);
      const { records, digest: digestOf } = await costRecords(file.name, stream, scratchPath);
      const writer = costWriter(database, index, file.name);
      const readFor = { isDeclared: (run?.type ?? '') !== '', isToldElsewhere };
      const isCopy = (): boolean => run === undefined && !isNew(digestOf(), digests);
      read.push(await readCostFile(records, writer, readFor, isCopy));
    } finally {
      await rm(scratchPath, { force: true });
    }
  }
  if (files.length > 0 && files[0]?.run === undefined && read.every(({ isOfCost }) => !isOfCost))
    throw new SourceError(
      `Cannot read "${folder.location}" because none of its ${files.length} files is of cost: export FOCUS or actual cost there, or name another folder`,
    );
  return read.map(({ rows }) => rows);
}

function isNew(value: string, seen: Set<string>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

/** When whoever is writing is done, this can be tried again. */
async function refuseChanged(folder: Folder, read: readonly CostFile[]): Promise<void> {
  const names = new Set(read.map(({ file }) => file.name));
  const now = (await folder.tree()).filter(({ name }) => names.has(name));
  const before = read.map(({ file }) => file);
  if (filesDigest(STAGING_SHAPE, now) === filesDigest(STAGING_SHAPE, before)) return;
  throw new UnavailableError(
    `Cannot read "${folder.location}" because it changed while it was read: try again when its files are complete`,
  );
}
