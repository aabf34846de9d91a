import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Window } from './nab-score.ts';

export const NAB_FOLDER = 'nab';
const SERIES = 'realAWSCloudwatch';

const Labels = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

export type NabSeries = {
  readonly name: string;
  readonly values: readonly number[];
  readonly windows: readonly Window[];
};

/** By name, so that halves are the same everywhere. */
export async function readNabData(folder: string): Promise<readonly NabSeries[]> {
  const nab = join(folder, NAB_FOLDER);
  const labels = Labels.parse(
    JSON.parse(await readFile(join(nab, 'labels', 'combined_windows.json'), 'utf8')),
  );
  const files = (await readdir(join(nab, SERIES))).filter((file) => file.endsWith('.csv')).sort();
  return await Promise.all(
    files.map(async (file) =>
      nabSeries(
        file.replace(/\.csv$/, ''),
        await readFile(join(nab, SERIES, file), 'utf8'),
        labels[`${SERIES}/${file}`] ?? [],
      ),
    ),
  );
}

function nabSeries(
  name: string,
  text: string,
  labels: readonly (readonly [string, string])[],
): NabSeries {
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const rowAt = new Map(
    rows.map(([timestamp = ''], row) => [timestamp, row] as const).toReversed(),
  );
  const row = (label: string): number => {
    const found = rowAt.get(label.replace(/\.\d+$/, ''));
    if (found !== undefined) return found;
    throw new RangeError(
      `Cannot place the label "${label}" because ${name} has no such row: use data and labels of one version`,
    );
  };
  return {
    name,
    values: rows.map(([, value]) => Number(value)),
    windows: labels.map(([first, last]) => ({ first: row(first), last: row(last) })),
  };
}
