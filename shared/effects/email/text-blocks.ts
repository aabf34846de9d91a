import type { Block } from '../../decisions/email.ts';
import { textWidth } from './text-width.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Align = Table['columns'][number]['align'];

/** Blocks as plain text, tables aligned for a fixed-width font. */
export function textBlocks(blocks: readonly Block[]): string {
  return `${blocks.map(textBlock).join('\n\n')}\n`;
}

function textBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'='.repeat(textWidth(block.text))}`;
    case 'paragraph':
      return block.text;
    case 'table':
      return textTable(block);
  }
}

function textTable({ columns, rows }: Table): string {
  const titles = columns.map(({ title }) => title);
  const widths = titles.map((title, index) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[index] ?? '')), textWidth(title)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => aligned(cells[index] ?? '', widths[index] ?? 0, align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [titles, rule, ...rows].map(line).join('\n');
}

function aligned(text: string, width: number, align: Align): string {
  const padding = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? padding + text : text + padding;
}
