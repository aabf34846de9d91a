import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CostFile } from './cost-files.ts';
import type { ExportRun } from './manifest.ts';

/** An export without a row is no error, and never taken for a customer that spends nothing. */
export function emptyRunTexts(
  files: readonly CostFile[],
  runs: readonly ExportRun[],
  rows: readonly number[],
): string[] {
  const empty = runs.filter((run) =>
    files.every((each, index) => each.run !== run || rows[index] === 0),
  );
  const plain = files.filter(({ run }, index) => run === undefined && rows[index] === 0);
  return [
    ...empty.map(
      ({ manifest, exportName, months }) =>
        `export "${exportName}" has no rows for ${months.join(', ')} (${manifest})`,
    ),
    ...plain.map(({ file }) => `"${file.name}" has no rows`),
  ];
}

const OVERLAPS = `
  SELECT DISTINCT month, files FROM (
    SELECT substr(day, 1, 7) AS month, group_concat(DISTINCT file) AS files
    FROM (SELECT key, day, file FROM sums ORDER BY file) GROUP BY key, month
    HAVING count(DISTINCT file) > 1
  ) ORDER BY month, files LIMIT 10`;

const Overlap = z.object({ month: z.string(), files: z.string() });

/** Without a manifest nothing tells the parts of an export from an older copy of it. */
export function overlapTexts(database: DatabaseSync, files: readonly CostFile[]): string[] {
  if (files.some(({ run }) => run !== undefined)) return [];
  return database
    .prepare(OVERLAPS)
    .all()
    .map((found) => {
      const { month, files: numbers } = Overlap.parse(found);
      const names = numbers.split(',').map((number) => `"${files[Number(number)]?.file.name}"`);
      return `${names.join(' and ')} charge the same customers in ${month} and were added up: where one replaces another, keep the newest or its manifest.json`;
    });
}
