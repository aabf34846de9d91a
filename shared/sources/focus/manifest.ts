import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import {
  addDays,
  CalendarDate,
  type CalendarMonth,
  daysBetween,
  endOfMonth,
  monthOf,
} from '../../ledger/calendar-date.ts';
import type { Folder, FolderFile } from '../folders/folder.ts';

/** Nobody exports more at once, and every month of it is looked at. */
const MOST_DAYS = 3_660;
const LONGEST_BYTES = 16_000_000;

const Day = z
  .string()
  .transform((text) => text.slice(0, 10))
  .pipe(CalendarDate);

/** Written without a zone by some versions, and always in UTC. */
const Instant = z
  .string()
  .transform((text) => new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`))
  .refine((instant) => !Number.isNaN(instant.getTime()), 'expected an instant');

/** What we read of an export's manifest.json; its other fields change with the API version. */
const Manifest = z.object({
  exportConfig: z.object({
    exportName: z.string(),
    resourceId: z.string().nullish(),
    type: z.string().nullish(),
  }),
  deliveryConfig: z.object({ rootFolderPath: z.string().nullish() }).nullish(),
  runInfo: z
    .object({ submittedTime: Instant, startDate: Day, endDate: Day })
    .refine(
      ({ startDate, endDate }) => daysBetween(startDate, endDate) <= MOST_DAYS,
      'its dates are more than ten years apart',
    ),
  blobCount: z.int().nullish(),
  blobs: z
    .array(z.object({ blobName: z.string().min(1), byteCount: z.int().nonnegative().nullish() }))
    .nullish(),
});

/** One run of one export: what it is about, and the blobs it says it wrote. */
export type ExportRun = {
  readonly manifest: string;
  readonly exportName: string;
  /** Two exports of one scope tell the same charges. */
  readonly scope: string;
  readonly type: string;
  readonly submittedAt: Date;
  /** The billing months it speaks for. */
  readonly months: readonly [CalendarMonth, ...CalendarMonth[]];
  readonly rootFolder: string;
  readonly blobCount: number | undefined;
  readonly blobs: readonly { readonly blobName: string; readonly byteCount: number | undefined }[];
};

export type ReadManifest =
  | { readonly kind: 'run'; readonly run: ExportRun }
  | { readonly kind: 'refused'; readonly column: string; readonly reason: string };

export async function readManifest(folder: Folder, file: FolderFile): Promise<ReadManifest> {
  const refused = (column: string, reason: string) =>
    ({ kind: 'refused', column, reason }) as const;
  if (file.size > LONGEST_BYTES) return refused('', `is longer than ${LONGEST_BYTES} bytes`);
  const text = (await buffer(await folder.open(file.name))).toString('utf8');
  const json = parsedJson(text.replace(/^\ufeff/, ''));
  if (json === undefined) return refused('', 'is no JSON');
  const { data, error } = Manifest.safeParse(json);
  if (error === undefined) return { kind: 'run', run: exportRun(file.name, data) };
  const [issue] = error.issues;
  return refused(issue?.path.join('.') ?? '', `is no manifest of an export: ${issue?.message}`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function exportRun(manifest: string, read: z.infer<typeof Manifest>): ExportRun {
  const { exportConfig, runInfo, deliveryConfig, blobs, blobCount } = read;
  return {
    manifest,
    exportName: exportConfig.exportName,
    scope: scopeOf(exportConfig.resourceId ?? '') ?? `export ${exportConfig.exportName}`,
    type: exportConfig.type ?? '',
    submittedAt: runInfo.submittedTime,
    months: monthsFrom(runInfo.startDate, runInfo.endDate),
    rootFolder: deliveryConfig?.rootFolderPath ?? '',
    blobCount: blobCount ?? undefined,
    blobs: (blobs ?? []).map((blob) => ({ ...blob, byteCount: blob.byteCount ?? undefined })),
  };
}

/** What is exported: all of the export's resource id before the export's own part of it. */
function scopeOf(resourceId: string): string | undefined {
  const at = resourceId.toLowerCase().indexOf('/providers/microsoft.costmanagement/exports/');
  return at <= 0 ? undefined : resourceId.slice(0, at).toLowerCase();
}

/** An end on the first of a later month is where that month begins, and not part of it. */
function monthsFrom(start: CalendarDate, end: CalendarDate): ExportRun['months'] {
  const last = end > start && end.endsWith('-01') ? addDays(end, -1) : end;
  const months: [CalendarMonth, ...CalendarMonth[]] = [monthOf(start)];
  for (let day = nextMonth(start); day <= last; day = nextMonth(day)) months.push(monthOf(day));
  return months;
}

const nextMonth = (day: CalendarDate): CalendarDate => addDays(endOfMonth(day), 1);
