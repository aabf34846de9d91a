import type { CalendarMonth } from '../../ledger/calendar-date.ts';
import type { FolderFile } from '../folders/folder.ts';
import { checkBlobs } from './check-blobs.ts';
import type { ExportRun } from './manifest.ts';
import type { FilesByName } from './resolve-blob.ts';

/** Best first. Amortized cost spreads what these charge once, and the others are no charges. */
const TYPES = ['focuscost', 'actualcost', 'usage', ''];

export type RefusedFile = {
  readonly name: string;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
};

export type ChosenRun = {
  readonly run: ExportRun;
  readonly files: readonly FolderFile[];
  /** The months it is read for: of the others it speaks for, a newer run tells. */
  readonly months: ReadonlySet<CalendarMonth>;
};

export type ChosenRuns = {
  readonly chosen: readonly ChosenRun[];
  readonly refused: readonly RefusedFile[];
  /** Exports that are no charges, by type. */
  readonly passedOver: readonly ExportRun[];
};

/**
 * One run per scope and billing month: FOCUS before Azure's own columns, then the newest that is
 * whole. So a month-to-date run replaces the ones before it, and two exports of one scope never
 * add up.
 */
export function chooseRuns(runs: readonly ExportRun[], files: FilesByName): ChosenRuns {
  const isCost = (run: ExportRun): boolean => rankOf(run) !== -1;
  const whole = new Map<ExportRun, readonly FolderFile[] | undefined>();
  const refused: RefusedFile[] = [];

  function filesOf(run: ExportRun): readonly FolderFile[] | undefined {
    if (whole.has(run)) return whole.get(run);
    const checked = checkBlobs(run, files);
    if (checked.kind === 'refused')
      refused.push({
        name: run.manifest,
        column: 'blobs',
        value: checked.value,
        reason: checked.reason,
      });
    const found = checked.kind === 'whole' ? checked.files : undefined;
    whole.set(run, found);
    return found;
  }

  const chosen = new Map<ExportRun, Set<CalendarMonth>>();
  for (const { month, candidates } of perMonth(runs.filter(isCost).sort(bestFirst))) {
    const run = candidates.find((each) => filesOf(each) !== undefined);
    if (run !== undefined) chosen.set(run, (chosen.get(run) ?? new Set()).add(month));
  }
  return {
    chosen: [...chosen].map(([run, months]) => ({ run, months, files: filesOf(run) ?? [] })),
    refused,
    passedOver: runs.filter((run) => !isCost(run)),
  };
}

const rankOf = ({ type }: ExportRun): number => TYPES.indexOf(type.toLowerCase());

function bestFirst(a: ExportRun, b: ExportRun): number {
  const newerFirst = b.submittedAt.getTime() - a.submittedAt.getTime();
  return rankOf(a) - rankOf(b) || newerFirst || (a.manifest < b.manifest ? -1 : 1);
}

function perMonth(runs: readonly ExportRun[]) {
  const months = new Map<string, { month: CalendarMonth; candidates: ExportRun[] }>();
  for (const run of runs)
    for (const month of run.months) {
      const key = `${month}|${run.scope}`;
      const entry = months.get(key) ?? { month, candidates: [] };
      entry.candidates.push(run);
      months.set(key, entry);
    }
  return months.values();
}
