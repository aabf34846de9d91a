import { LONGEST_LINE } from './text-lines.ts';

/** As much of a cell as a reject repeats. */
export const VALUE_LIMIT = 100;

/** More is no name, number or reason, and would not fit where it is stored. */
const CELL_LIMIT = 10_000;

/** Control characters but tab and line ends, and what is left of bytes that are not UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to be kept out of ids and e-mail.
const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/;

/** Why a cell cannot be used whatever it says, if it cannot. */
export function unusableBecause(cell: string): string | undefined {
  if (cell.length > CELL_LIMIT) return `is longer than ${CELL_LIMIT} characters`;
  if (!UNREADABLE.test(cell)) return undefined;
  return cell.includes('\ufffd') ? 'has bytes that are not UTF-8' : 'has a control character';
}

/** What is wrong with a record that has no cells. */
export const QUOTE_FAULTS = {
  open: 'opens a quote that is never closed',
  broken: 'has a quote in the wrong place',
  long: `has more than ${LONGEST_LINE} characters`,
} as const;
