import Table from 'cli-table3';

const SIDES = ['top', 'bottom', 'left', 'right', 'mid'] as const;
const PLAIN = Object.fromEntries(
  SIDES.flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]).map((char) => [
    char,
    '',
  ]),
);

/** A table of words and, from some column on, figures; indented, without lines around it. */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  figuresFrom: number,
): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, index) => (index >= figuresFrom ? 'right' : 'left')),
    chars: { ...PLAIN, middle: ' ' },
    style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
