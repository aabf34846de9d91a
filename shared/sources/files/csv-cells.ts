/** One cell up to its comma or the end: quoted with quotes inside doubled, or without quotes. */
const CELL = /[ \t]*(?:"([^"]*(?:""[^"]*)*)"[ \t]*|([^",]*))(?=(,)|$)/y;
const OPEN_CELL = /^[ \t]*"[^"]*(?:""[^"]*)*$/;

/** open: the last cell's quotes go on in the next line. broken: a quote is where none may be. */
export type CsvCells =
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | { readonly kind: 'open' | 'broken'; readonly at: number; readonly text: string };

/** The cells of one record by RFC 4180; spaces around a quoted cell are let pass. */
export function csvCells(text: string): CsvCells {
  const cells: string[] = [];
  for (let from = 0; ; from = CELL.lastIndex + 1) {
    CELL.lastIndex = from;
    const match = CELL.exec(text);
    if (match === null) return unfinished(text.slice(from), cells.length);
    const [, quoted, plain = '', comma] = match;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (comma === undefined) return { kind: 'cells', cells };
  }
}

const unfinished = (text: string, at: number): CsvCells => ({
  kind: OPEN_CELL.test(text) ? 'open' : 'broken',
  at,
  text,
});
