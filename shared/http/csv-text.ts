/** An amount is a number to a spreadsheet; all other cells are text, whatever they look like. */
type Cell = string | { readonly amount: string };

/** RFC 4180, with a header row. */
export const csvText = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

/** A name such as "=HYPERLINK(…)" would be run as a formula, in wide letters too: it is marked as text. */
function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell.amount;
  const text = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
