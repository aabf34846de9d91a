import type { Block, Cell, Column, Table, Tint } from './view.ts';

export const heading = (text: string): Block => ({ kind: 'heading', text });

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export const quiet = (text: string): Block => ({ kind: 'paragraph', text, isQuiet: true });

export const callout = (text: string, tint: Tint): Block => ({ kind: 'callout', text, tint });

/** A title for figures begins with ">": they are aligned right. */
export function columns(...titles: readonly string[]): readonly Column[] {
  return titles.map((title) =>
    title.startsWith('>') ? { title: title.slice(1), align: 'right' } : { title, align: 'left' },
  );
}

/** No rows, no table. `more` tells of those that are not shown. */
export function table(
  caption: string,
  titles: readonly Column[],
  rows: readonly (readonly (Cell | string)[])[],
  { foot = [], more }: { readonly foot?: Table['foot']; readonly more?: string | undefined } = {},
): Block[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) =>
    row.map((each) => (typeof each === 'string' ? cell(each) : each)),
  );
  return [
    { kind: 'table', caption, columns: titles, rows: cells, foot },
    ...(more === undefined ? [] : [quiet(more)]),
  ];
}

export const cell = (text: string, sub?: string, url?: string): Cell => ({ text, sub, url });
