import { plainTable } from '../../local/plain-table.ts';

/** One line of the bench: what was measured and, where something is wanted, whether it is so. */
export type Figure = {
  readonly what: string;
  readonly measured: string;
  readonly wanted: string;
  readonly isMet: boolean;
};

export type Part = (options: { readonly quick: boolean }) => Promise<readonly Figure[]>;

type Measured = { readonly unit?: string; readonly note?: string };

export const atMost = (
  what: string,
  value: number,
  limit: number,
  rest: Measured = {},
): Figure => ({
  what,
  measured: measuredText(value, rest),
  wanted: `at most ${limit}${unitText(rest)}`,
  isMet: value <= limit,
});

export const atLeast = (
  what: string,
  value: number,
  limit: number,
  rest: Measured = {},
): Figure => ({
  what,
  measured: measuredText(value, rest),
  wanted: `at least ${limit}${unitText(rest)}`,
  isMet: value >= limit,
});

/** For a reader to know; nothing is wanted of it. */
export const shown = (what: string, measured: string): Figure => ({
  what,
  measured,
  wanted: '',
  isMet: true,
});

export function figuresText(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, wanted, isMet }) => [
    what,
    measured,
    wanted,
    outcome(wanted, isMet),
  ]);
  return plainTable(['what', 'measured', 'wanted', ''], rows, 4);
}

const outcome = (wanted: string, isMet: boolean): string => {
  if (!isMet) return 'NOT OK';
  return wanted === '' ? '' : 'ok';
};

const measuredText = (value: number, rest: Measured): string =>
  `${rounded(value)}${unitText(rest)}${rest.note === undefined ? '' : ` (${rest.note})`}`;

const unitText = ({ unit }: Measured): string => (unit === undefined ? '' : ` ${unit}`);

const rounded = (value: number): string => (value < 20 ? value.toFixed(2) : value.toFixed(0));

export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
