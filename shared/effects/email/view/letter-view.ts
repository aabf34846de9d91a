import type {
  LetterContent,
  LetterSection,
} from '../../../decisions/email/content/letter-content.ts';
import type { EmailOf } from '../../../decisions/email/email.ts';
import type { Words } from '../../../languages/words.ts';
import { wordsOf } from '../../../languages/words-of.ts';
import { callout, cell, columns, heading, paragraph, table } from './blocks.ts';
import { paymentBlocks } from './payment-blocks.ts';
import type { Block, View } from './view.ts';

export function letterView({ content, language }: EmailOf<'letter'>): View {
  const words = wordsOf(language);
  const { brand, customerName, tone, asOf, sections, suspensionOn } = content;
  const { title, opening, closing } = words.letter.tones[tone];
  const allPastDue = sections.every(({ invoices }) =>
    invoices.every(({ daysPastDue }) => daysPastDue > 0),
  );
  const isAsking = sections.length > 0;
  return {
    language,
    brand,
    title,
    preheader:
      suspensionOn === undefined ? opening(allPastDue) : words.letter.suspension(suspensionOn),
    blocks: [
      paragraph(words.letter.greeting(customerName)),
      ...(isAsking && content.thanksIn.length > 0
        ? [paragraph(words.letter.thanksBeside(content.thanksIn))]
        : []),
      paragraph(opening(allPastDue)),
      ...(isAsking ? askingBlocks(content, words) : []),
      paragraph(closing),
      paragraph(words.letter.regards),
      paragraph(brand.name),
    ],
    foot: [
      ...(brand.imprint === undefined ? [] : [brand.imprint]),
      ...(isAsking ? [] : [words.dataAsOf(asOf)]),
    ],
  };
}

function askingBlocks(content: LetterContent, words: Words): Block[] {
  const { sections, suspensionOn, payment, statement, asOf } = content;
  const { letter, figures } = words;
  const owed = sections.filter(({ toPay }) => toPay > 0);
  const amounts = owed.map(({ toPay, currency }) => figures.money({ minorUnits: toPay, currency }));
  const asked = owed.map(({ currency }) => currency);
  return [
    ...(amounts.length === 0
      ? []
      : [{ kind: 'amounts', label: letter.amountToPay, amounts } as const]),
    ...(suspensionOn === undefined ? [] : [callout(letter.suspension(suspensionOn), 'bad')]),
    ...sections.flatMap((section) => [
      ...(sections.length > 1 ? [heading(letter.inCurrency(section.currency))] : []),
      ...sectionBlocks(section, words),
    ]),
    ...paymentBlocks(payment, asked, words),
    ...(statement.length === 0 ? [] : [paragraph(letter.statementAttached)]),
    paragraph(letter.asOf(asOf)),
  ];
}

function sectionBlocks(section: LetterSection, words: Words): Block[] {
  const { letter, figures, andMore } = words;
  const { currency, invoices, moreInvoices, toPay, credit } = section;
  const money = (minorUnits: number): string => figures.money({ minorUnits, currency });
  const rows = invoices.map(({ invoiceId, issuedOn, dueOn, daysPastDue, asked }) => [
    cell(invoiceId, letter.issuedOn(figures.shortDay(issuedOn))),
    cell(figures.shortDay(dueOn), daysPastDue > 0 ? letter.pastDue(daysPastDue) : undefined),
    money(asked),
  ]);
  const foot: [string, string][] =
    credit === 0
      ? [[letter.amountToPay, money(toPay)]]
      : [
          [letter.total, money(section.total)],
          [letter.unappliedCredit, money(-credit)],
          [letter.amountToPay, money(toPay)],
        ];
  return [
    ...table(letter.invoices, columns(letter.invoice, letter.due, `>${letter.openAmount}`), rows, {
      foot,
      more: moreInvoices > 0 ? andMore(moreInvoices) : undefined,
    }),
    ...(credit > 0 && toPay === 0
      ? [paragraph(letter.creditCovers({ minorUnits: credit, currency }))]
      : []),
    ...leftOutBlocks(section, words),
    ...lateFeeBlocks(section, words),
  ];
}

function leftOutBlocks(
  { leftOut, moreLeftOut, currency }: LetterSection,
  { letter, reason }: Words,
): Block[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.map(({ invoiceId, amount, because }) =>
    letter.leftOut({ minorUnits: amount, currency }, invoiceId, reason(because)),
  );
  return [paragraph(letter.notAskedFor(named, moreLeftOut))];
}

function lateFeeBlocks(
  section: LetterSection,
  { letter, figures, reason, andMore }: Words,
): Block[] {
  const { currency, lateFees, moreLateFees, lateFeeTotal } = section;
  if (lateFees.length === 0) return [];
  const rows = lateFees.map(({ invoiceId, amount, because }) => [
    cell(invoiceId, reason(because)),
    figures.money({ minorUnits: amount, currency }),
  ]);
  return [
    paragraph(letter.lateFees({ minorUnits: lateFeeTotal, currency })),
    ...table(letter.lateFee, columns(letter.howItComesAbout, `>${letter.lateFee}`), rows, {
      more: moreLateFees > 0 ? andMore(moreLateFees) : undefined,
    }),
  ];
}
