import type { Email, EmailOf } from '../../decisions/email/email.ts';
import { wordsOf } from '../../languages/words-of.ts';
import type { Attachment, EmailRenderer, Rendered } from '../../run/email/email-ports.ts';
import { htmlPage } from './look/page.ts';
import { plainText } from './look/text.ts';
import { statementCsv } from './statement/statement-csv.ts';
import { statementView } from './statement/statement-view.ts';
import { type Links, linksTo } from './view/links.ts';
import type { Room } from './view/room.ts';
import type { Card, View } from './view/view.ts';
import { viewOf } from './view/view-of.ts';

/** Gmail cuts off what is longer than 102 kB, and with it the end of every list. */
const MAX_HTML_BYTES = 95_000;
/** Each is drawn anew, and adds to the size of the message; the worst customers come first. */
const MAX_CHARTS = 8;
/** From all there is to what surely fits: news gives way last. */
const ROOMS: readonly Room[] = [
  { news: 200, rows: 200 },
  { news: 150, rows: 60 },
  { news: 100, rows: 30 },
  { news: 60, rows: 15 },
  { news: 40, rows: 10 },
  { news: 30, rows: 5 },
  { news: 25, rows: 3 },
  { news: 20, rows: 3 },
  { news: 15, rows: 3 },
  { news: 10, rows: 3 },
  { news: 5, rows: 3 },
];

/** Writes e-mail in its reader's language; names lead to the page, where it has an address. */
export function emailRenderer(publicUrl: string | undefined): EmailRenderer {
  const links = linksTo(publicUrl);
  return { render: (email) => rendered(email, links) };
}

async function rendered(email: Email, links: Links): Promise<Rendered> {
  const { view, html, chartIds } = fitting(email, links);
  return {
    text: plainText(view),
    html,
    attachments: [
      ...(await chartAttachments(chartIds)),
      ...(email.kind === 'letter' ? statementAttachments(email) : []),
    ],
  };
}

type Fitting = {
  readonly view: View;
  readonly html: string;
  readonly chartIds: ReadonlyMap<Card, string>;
};

/** With as much as leaves the page short enough to be shown whole; most fit at once. */
function fitting(email: Email, links: Links): Fitting {
  let [from, end] = [0, ROOMS.length - 1];
  let fit = laidOut(email, links, ROOMS[from]);
  if (Buffer.byteLength(fit.html) <= MAX_HTML_BYTES) return fit;
  while (from + 1 < end) {
    const middle = (from + end) >> 1;
    fit = laidOut(email, links, ROOMS[middle]);
    if (Buffer.byteLength(fit.html) <= MAX_HTML_BYTES) end = middle;
    else from = middle;
  }
  return laidOut(email, links, ROOMS[end]);
}

function laidOut(email: Email, links: Links, room: Room | undefined): Fitting {
  const view = viewOf(email, links, room);
  const chartIds = chartIdsIn(view, email.id);
  return { view, chartIds, html: htmlPage(view, chartIds) };
}

function chartIdsIn({ blocks }: View, emailId: string): ReadonlyMap<Card, string> {
  const cards = blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : []));
  const shown = cards.filter(({ chart }) => chart !== undefined).slice(0, MAX_CHARTS);
  return new Map(shown.map((card, at) => [card, `chart-${at + 1}-${emailId}`]));
}

/** What draws is loaded for the first picture, not when the app starts. */
async function chartAttachments(ids: ReadonlyMap<Card, string>): Promise<Attachment[]> {
  if (ids.size === 0) return [];
  const { chartPng } = await import('./charts/chart-png.ts');
  const attachments: Attachment[] = [];
  for (const [{ chart }, contentId] of ids)
    if (chart !== undefined)
      attachments.push({
        name: `${contentId}.png`,
        contentType: 'image/png',
        content: await chartPng(chart),
        contentId,
      });
  return attachments;
}

/** What is owed, for a person to read and for a spreadsheet. */
function statementAttachments({ content, language }: EmailOf<'letter'>): Attachment[] {
  if (content.statement.length === 0) return [];
  const words = wordsOf(language);
  const { fileName } = words.statement;
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    {
      name: `${fileName}-${content.asOf}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: encoded(statementCsv(content, words)),
    },
    {
      name: `${fileName}-${content.asOf}.html`,
      contentType: 'text/html; charset=utf-8',
      content: encoded(htmlPage(statementView(content, language), new Map())),
    },
  ];
}
