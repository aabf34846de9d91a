/** A cell, quoted or not, and what ends it. No two ways lead over the same text. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|$)/y;

/** The cells of a record whose quotes are all in order; undefined where any is not. */
export function wellFormedCells(text: string): string[] | undefined {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const [found, quoted, bare = '', end] = CELL.exec(text) ?? [];
    if (found === undefined) return undefined;
    cells.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'));
    if (end === '') return cells;
  }
}
