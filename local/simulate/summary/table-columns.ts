import { plainTable } from '../../plain-table.ts';

export const LINE_CHARACTERS = 100;
/** Between two columns. */
const GAP = 2;

/** A column of figures under its name; `cells` has one for each row. */
export type Column = { readonly name: string; readonly cells: readonly string[] };

/** As many tables as it takes, one below the other, for none to be wider than the screen. */
export function tablesOf(
  firstName: string,
  firsts: readonly string[],
  columns: readonly Column[],
): string {
  const room = LINE_CHARACTERS - widest([firstName, ...firsts]) - GAP;
  return chunked(columns, room)
    .map((chunk) =>
      plainTable(
        [firstName, ...chunk.map(({ name }) => name)],
        firsts.map((first, row) => [first, ...chunk.map(({ cells }) => cells[row] ?? '')]),
        1,
      ),
    )
    .join('\n\n');
}

function chunked(columns: readonly Column[], room: number): readonly (readonly Column[])[] {
  const chunks: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    const width = widest([column.name, ...column.cells]) + GAP;
    if (chunks.length === 0 || width > left) {
      chunks.push([]);
      left = room;
    }
    chunks.at(-1)?.push(column);
    left -= width;
  }
  return chunks;
}

const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, text.length), 0);
