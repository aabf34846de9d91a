import { literalLine } from '../../../decisions/email/literal-line.ts';
import type { Block, Card, Strip, Table, View } from '../view/view.ts';
import { textTable } from './text-table.ts';

/** The same as plain text: every word and figure of the page, and the addresses it leads to. */
export function plainText({ title, blocks, foot }: View): string {
  const lines = [
    underlined(title),
    ...blocks.map(blockText),
    '--',
    foot.map(literalLine).join('\n'),
  ];
  return `${lines.filter((text) => text !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return underlined(block.text);
    case 'paragraph':
    case 'callout':
      return literalLine(block.text);
    case 'amounts':
      return `${block.label}: ${block.amounts.map(literalLine).join(', ')}`;
    case 'facts':
      return block.rows.map(([label, text]) => `${label}: ${literalLine(text)}`).join('\n');
    case 'cards':
      return block.cards.map(cardText).join('\n\n');
    case 'button':
      return `${block.text}: ${literalLine(block.url)}`;
    case 'strip':
      return stripText(block);
    case 'table':
      return tableText(block);
  }
}

const underlined = (text: string): string => {
  const line = literalLine(text);
  return `${line}\n${'='.repeat([...line].length)}`;
};

function cardText({ name, url, what, money, moneyLabel, sub, because, notes, bars, chart }: Card) {
  return [
    `* ${literalLine(name)}: ${literalLine(what)}${money === undefined ? '' : ` - ${literalLine(money)} ${moneyLabel}`}`,
    because,
    ...(sub === undefined ? [] : [sub]),
    ...notes,
    ...bars.map(({ text }) => text),
    ...(chart === undefined ? [] : [chart.alt]),
    ...(url === undefined ? [] : [url]),
  ]
    .map(literalLine)
    .join('\n  ');
}

const stripText = ({ title, parts }: Strip): string =>
  [
    literalLine(title),
    ...parts.map(({ label, amount }) => `  ${label}: ${literalLine(amount)}`),
  ].join('\n');

function tableText({ caption, columns, rows, foot }: Table): string {
  const cells = rows.map((row) =>
    row.map(({ text, sub }) =>
      sub === undefined ? literalLine(text) : `${literalLine(text)} (${literalLine(sub)})`,
    ),
  );
  const sums = foot.map(([label, amount]) => `${label}: ${literalLine(amount)}`);
  return [underlined(caption), textTable(columns, cells), ...sums].join('\n');
}
