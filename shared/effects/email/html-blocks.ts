import type { Block } from '../../decisions/email.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Align = Table['columns'][number]['align'];

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5';
const CELL = 'padding:4px 12px 4px 0;border-bottom:1px solid #767676;vertical-align:top';

/** A whole HTML page. `dir="auto"` keeps a name that reads from the right from moving its figures. */
export function htmlPage(title: string, language: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}">`,
    `<head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="${FONT}">`,
    ...blocks.map(htmlBlock),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 dir="auto" style="font-size:16px">${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p dir="auto">${escaped(block.text)}</p>`;
    case 'table':
      return htmlTable(block);
  }
}

function htmlTable({ columns, rows }: Table): string {
  const titles = columns.map(({ title, align }) => cell('th scope="col"', title, align));
  return [
    '<table style="border-collapse:collapse">',
    `<thead><tr>${titles.join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${rowCells(row, columns)}</tr>`),
    '</tbody>',
    '</table>',
  ].join('\n');
}

/** The first cell names its row, so that a screen reader says whose figures it reads. */
function rowCells(row: readonly string[], columns: Table['columns']): string {
  return columns
    .map(({ align }, index) => {
      const text = row[index] ?? '';
      return index === 0 ? cell('th scope="row"', text, align, NORMAL) : cell('td', text, align);
    })
    .join('');
}

const NORMAL = ';font-weight:normal';

function cell(tag: string, text: string, align: Align, more = ''): string {
  const [name = tag] = tag.split(' ');
  const style = `${CELL};text-align:${align}${more}`;
  return `<${tag} dir="auto" style="${style}">${escaped(text)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The one place where text becomes HTML. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => ENTITIES[each] ?? '');
