import type { Block, Card, Cell, Strip, Table, Tint, View } from '../view/view.ts';
import type { Html } from './html.ts';
import * as parts from './parts.ts';

/** Mid-tones, to be read on white and, where a dark mode leaves them alone, on black. */
const COLORS: Readonly<Record<Tint, string>> = {
  bad: '#b3261e',
  warn: '#9a5b00',
  good: '#1b7a3d',
  calm: '#1f5fa8',
};

/** From not due at all to due long ago. */
const HEAT = ['#2e7d4f', '#8a8f2e', '#c98a1b', '#c9602a', '#a8261f'] as const;

const heatColor = (heat: number): string => HEAT[Math.round(heat * (HEAT.length - 1))] ?? HEAT[0];

/** Says which picture an e-mail shows for a card, if it shows one. */
export type ChartIds = ReadonlyMap<Card, string>;

/** A whole page of Outlook-safe HTML. */
export function htmlPage(view: View, chartIds: ChartIds): string {
  const { language, title, preheader, brand, blocks, foot } = view;
  const pieces = [
    parts.page({
      language,
      title,
      preheader,
      accent: brand.accentColor,
      logo: brand.logoText,
    }),
    ...blocks.map((block) => blockHtml(block, view, chartIds)),
    parts.foot({ lines: foot.map((text) => parts.line({ text })) }),
    parts.close,
  ];
  return `${pieces.map(({ markup }) => markup).join('\n')}\n`;
}

function blockHtml(block: Block, { brand }: View, chartIds: ChartIds): Html {
  switch (block.kind) {
    case 'heading':
      return parts.heading(block);
    case 'paragraph':
      return block.isQuiet ? parts.quiet(block) : parts.paragraph(block);
    case 'amounts':
      return parts.amounts({
        label: block.label,
        amounts: block.amounts.map((text) => parts.line({ text })),
      });
    case 'callout':
      return parts.callout({ text: block.text, color: COLORS[block.tint] });
    case 'facts':
      return parts.facts({ rows: block.rows.map(([label, text]) => parts.fact({ label, text })) });
    case 'cards':
      return parts.cards({ rows: block.cards.map((card) => cardHtml(card, chartIds)) });
    case 'button':
      return parts.button({ ...block, accent: brand.accentColor });
    case 'strip':
      return stripHtml(block);
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ caption, columns, rows, foot }: Table): Html {
  const head = columns.map(({ title, align }) =>
    align === 'right' ? parts.headRight({ text: title }) : parts.headLeft({ text: title }),
  );
  const span = columns.length - 1;
  return parts.table({
    caption: parts.caption({ text: caption }),
    head,
    rows: [
      ...rows.map((row) =>
        parts.row({ cells: row.map((cell, at) => cellHtml(cell, at, columns)) }),
      ),
      ...foot.map(([label, amount]) => parts.footRow({ span, label, amount })),
    ],
  });
}

/** The first cell names its row, so that a screen reader says whose figures it reads. */
function cellHtml({ text, sub, url }: Cell, at: number, columns: Table['columns']): Html {
  const below = sub === undefined ? [] : [parts.sub({ text: sub })];
  if (columns[at]?.align === 'right')
    return parts.cellRight({ text: [parts.figure({ text }), ...below] });
  const name = url === undefined ? parts.text({ text }) : parts.link({ url, text });
  const content = [name, ...below];
  const wrap = isBroken(text, columns.length) ? 'break-word' : 'normal';
  return at === 0
    ? parts.cellHead({ text: content, wrap })
    : parts.cellLeft({ text: content, wrap });
}

/** Columns of such words are as wide as a phone; where there are longer ones they have to break. */
const isBroken = (text: string, columns: number): boolean =>
  text.split(/\s/).some((word) => word.length > (columns > 2 ? 12 : 18));

function cardHtml(card: Card, chartIds: ChartIds): Html {
  const { name, url, what, tint, money, moneyLabel, sub, because, notes, bars, chart } = card;
  const id = chartIds.get(card);
  return parts.card({
    name: url === undefined ? name : parts.link({ url, text: name }),
    what,
    tint,
    color: COLORS[tint],
    money:
      money === undefined ? [] : [parts.bold({ text: money }), parts.sub({ text: moneyLabel })],
    more: [
      parts.text({ text: because }),
      ...[...(sub === undefined ? [] : [sub]), ...notes].map((text) => parts.note({ text })),
      ...bars.flatMap((bar) => [barHtml(bar.percent, bar.tint), parts.note({ text: bar.text })]),
      ...(chart === undefined || id === undefined ? [] : [parts.chart({ id, alt: chart.alt })]),
      ...(chart === undefined ? [] : [parts.note({ text: chart.alt })]),
    ],
  });
}

function barHtml(percent: number, tint: Tint): Html {
  const used = Math.min(100, Math.max(1, Math.round(percent)));
  const rest = used === 100 ? [] : [parts.barRest({ percent: 100 - used })];
  return parts.bar({ used, color: COLORS[tint], rest });
}

function stripHtml({ title, parts: shares }: Strip): Html {
  return parts.strip({
    title,
    cells: shares
      .filter(({ share }) => share >= 0.5)
      .map(({ share, heat }) =>
        parts.stripCell({ share: Math.round(share), color: heatColor(heat) }),
      ),
    legend: shares.map(({ label, amount, heat }) =>
      parts.legend({ label, amount, color: heatColor(heat) }),
    ),
  });
}
