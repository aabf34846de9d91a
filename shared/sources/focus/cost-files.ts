import pMap from 'p-map';
import type { CalendarMonth } from '../../ledger/calendar-date.ts';
import { SourceError } from '../../run/errors.ts';
import type { Folder, FolderFile } from '../folders/folder.ts';
import { type ChosenRun, chooseRuns, type RefusedFile } from './choose-runs.ts';
import { type ExportRun, readManifest } from './manifest.ts';

const MANIFESTS_AT_ONCE = 8;

/** A cost file to read, and the run it belongs to. */
export type CostFile = {
  readonly file: FolderFile;
  /** Undefined where no manifest speaks for it. */
  readonly run: ExportRun | undefined;
  /** Whether its charges of a billing month are told by a newer run. */
  readonly isToldElsewhere: (month: CalendarMonth) => boolean;
};

export type CostFiles = {
  readonly files: readonly CostFile[];
  readonly runs: readonly ExportRun[];
  readonly refused: readonly RefusedFile[];
  readonly findings: readonly string[];
  /** What the charges were true at. */
  readonly newestAt: Date;
};

const MANIFEST = /(^|\/)manifest\.json$/i;
const COST_FILE = /\.(csv|csv\.gz|parquet)$/i;

/** Files whose change means that there may be something else to read. */
export const isOfCosts = ({ name }: FolderFile): boolean =>
  MANIFEST.test(name) || COST_FILE.test(name);

/**
 * What there is to read: what manifests say, and where there is no manifest at all, every file
 * that could be of cost. Throws SourceError where there is neither.
 */
export async function costFiles(folder: Folder, tree: readonly FolderFile[]): Promise<CostFiles> {
  const manifests = tree.filter(({ name }) => MANIFEST.test(name));
  if (manifests.length > 0) return exportedFiles(folder, manifests, tree);

  const files = tree.filter(({ name }) => COST_FILE.test(name)).sort(byName);
  if (files.length === 0)
    throw new SourceError(
      `Cannot read "${folder.location}" because it has neither a manifest.json nor a cost file: export cost there, as CSV or Parquet, or name another folder`,
    );
  return {
    files: files.map((file) => ({ file, run: undefined, isToldElsewhere: () => false })),
    runs: [],
    refused: [],
    findings: [],
    newestAt: newest(files.map(({ modifiedAt }) => modifiedAt)),
  };
}

async function exportedFiles(
  folder: Folder,
  manifests: readonly FolderFile[],
  tree: readonly FolderFile[],
): Promise<CostFiles> {
  const read = await pMap(
    manifests.toSorted(byName),
    async (file) => ({ file, read: await readManifest(folder, file) }),
    { concurrency: MANIFESTS_AT_ONCE },
  );
  const unread = read.flatMap(({ file, read: { kind, ...rest } }) =>
    'reason' in rest ? [{ name: file.name, value: '', ...rest }] : [],
  );
  const runs = read.flatMap(({ read: each }) => (each.kind === 'run' ? [each.run] : []));
  const byNames = new Map(tree.map((file) => [file.name, file]));
  const { chosen, refused, passedOver } = chooseRuns(runs, byNames);
  return {
    files: chosen.flatMap(filesOf),
    runs: chosen.map(({ run }) => run),
    refused: [...unread, ...refused],
    findings: passedOverTexts(passedOver),
    newestAt: newest(
      chosen.length > 0
        ? chosen.map(({ run }) => run.submittedAt)
        : manifests.map(({ modifiedAt }) => modifiedAt),
    ),
  };
}

/** A run of one month is read whole: what it bills is of that month, whenever it was used. */
const filesOf = ({ run, files, months }: ChosenRun): CostFile[] =>
  files.map((file) => ({
    file,
    run,
    isToldElsewhere: (month) =>
      run.months.length > 1 && run.months.includes(month) && !months.has(month),
  }));

function passedOverTexts(runs: readonly ExportRun[]): string[] {
  const named = runs.map(({ exportName, type }) => `export "${exportName}" is of ${type}`);
  return [...new Set(named)].map((text) => `${text} and is not read: it would count charges twice`);
}

const byName = (a: FolderFile, b: FolderFile): number => (a.name < b.name ? -1 : 1);

const newest = (instants: readonly Date[]): Date =>
  new Date(Math.max(...instants.map((instant) => instant.getTime())));
