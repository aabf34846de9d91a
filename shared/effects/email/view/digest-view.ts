import type { AgingLine } from '../../../decisions/email/content/digest-content.ts';
import type { EmailOf } from '../../../decisions/email/email.ts';
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
import type { Block, View } from './view.ts';
import { withoutRepeats } from './without-repeats.ts';

/** A digest of at most so many rows to a list; those that are not shown are counted. */
export function digestView(
  { content, language, subject }: EmailOf<'digest'>,
  links: Links,
  maxRows: number,
): View {
  const words = wordsOf(language);
  const { brand, name, findings } = content;
  const about = { content, words, links, maxRows };
  const cards = withoutRepeats(
    findings.items.slice(0, maxRows).map((each) => findingCard(each, words, links)),
  );
  const more = findings.more + findings.items.length - cards.length;
  return {
    language,
    brand,
    title: titleOf(content, words),
    preheader: subject,
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

type Content = EmailOf<'digest'>['content'];

const titleOf = ({ needAttention, cameDown }: Content, { digest }: Words): string =>
  needAttention > 0 ? digest.attention(needAttention) : digest.cameDown(cameDown);

function openingOf({ needAttention, cameDown, role, asOf }: Content, words: Words): string {
  const { digest } = words;
  const said =
    needAttention > 0
      ? [
          `${digest.attention(needAttention)}. ${digest.firstStep}`,
          ...(role === 'credit-controller' ? [digest.personDecides] : []),
        ]
      : [`${digest.cameDown(cameDown)}. ${digest.nothingWorse}`];
  return [...said, words.dataAsOf(asOf)].join(' ');
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
