import type { AgingLine } from '../../../decisions/email/content/digest-content.ts';
import { headlineOf } from '../../../decisions/email/digest-subject.ts';
import type { EmailOf } from '../../../decisions/email/email.ts';
import type { Language } from '../../../languages/language.ts';
import type { Words } from '../../../languages/words.ts';
import { wordsOf } from '../../../languages/words-of.ts';
import { heading, paragraph, quiet } from './blocks.ts';
import {
  exposedBlocks,
  onStageBlocks,
  recoveredBlocks,
  waitingBlocks,
  watchedBlocks,
} from './digest-tables.ts';
import { findingCard } from './finding-card.ts';
import type { Links } from './links.ts';
import type { Room } from './room.ts';
import { sentence } from './sentence.ts';
import type { Block, View } from './view.ts';
import { withoutRepeats } from './without-repeats.ts';

/** A digest of as much as there is room for; what is not shown is counted. */
export function digestView(
  { content, language }: EmailOf<'digest'>,
  links: Links,
  room: Room,
): View {
  const words = wordsOf(language);
  const { brand, name, findings } = content;
  const about = { content, words, links, maxRows: room.rows };
  const cards = withoutRepeats(
    findings.items.slice(0, room.news).map((each) => findingCard(each, words, links)),
  );
  const more = findings.more + findings.items.length - cards.length;
  return {
    language,
    brand,
    title: titleOf(content, words),
    preheader: preheaderOf(content, language),
    blocks: [
      ...(name === undefined ? [] : [paragraph(words.digest.hello(name))]),
      paragraph(openingOf(content, words)),
      ...(cards.length === 0
        ? []
        : [heading(words.digest.newOrWorse), { kind: 'cards', cards } as const]),
      ...(more > 0 ? [quiet(words.andMore(more))] : []),
      ...waitingBlocks(about),
      ...recoveredBlocks(about),
      ...content.aging.flatMap((line) => agingBlocks(line, words)),
      ...onStageBlocks(about),
      ...exposedBlocks(about),
      ...watchedBlocks(about),
    ],
    foot: [
      ...content.readAt.map(({ source, at }) => words.readAt(source, at)),
      words.footer(brand.name),
    ],
  };
}

/** As many as the widest inbox has room for. */
const NAMED_IN_INBOX = 3;

type Content = EmailOf<'digest'>['content'];

const titleOf = ({ needAttention, cameDown }: Content, { digest }: Words): string =>
  needAttention > 0 ? digest.attention(needAttention) : digest.cameDown(cameDown);

/** An inbox shows the subject beside it, which names the first: this goes on with the next ones. */
function preheaderOf({ findings }: Content, language: Language): string {
  const { digest, reason } = wordsOf(language);
  const [first, ...others] = findings.items.slice(0, NAMED_IN_INBOX + 1);
  if (others.length > 0) return others.map((each) => headlineOf(each, language)).join('; ');
  return first === undefined ? digest.nothingWorse : sentence(first.because, reason(first.because));
}

/** The title has said how many. */
function openingOf({ needAttention, findings, role, asOf }: Content, words: Words): string {
  const { digest } = words;
  const isRanked = findings.items.length > 1;
  return [
    ...(needAttention === 0 ? [digest.nothingWorse] : []),
    ...(isRanked ? [digest.firstStep] : []),
    ...(needAttention > 0 && role === 'credit-controller' ? [digest.personDecides] : []),
    words.dataAsOf(asOf),
  ].join(' ');
}

function agingBlocks({ currency, customers, buckets }: AgingLine, words: Words): Block[] {
  const { digest, figures } = words;
  const open = buckets.reduce((sum, [, amount]) => sum + Math.max(0, amount), 0);
  if (open === 0) return [];
  const money = (minorUnits: number): string => figures.money({ minorUnits, currency });
  const parts = buckets.map(([name, amount], at) => ({
    label: digest.bucket(name),
    amount: money(amount),
    share: (Math.max(0, amount) * 100) / open,
    heat: at / Math.max(1, buckets.length - 1),
  }));
  const sum = buckets.reduce((total, [, amount]) => total + amount, 0);
  return [
    heading(`${digest.aging}: ${currency}`),
    { kind: 'strip', title: digest.agingTotal({ minorUnits: sum, currency }, customers), parts },
  ];
}
