import { type CustomerFacts, factsSeenOn } from '../ledger/customer-facts.ts';
import type { Policy } from '../policy/policy.ts';
import { askedInvoices } from './asked-invoices.ts';
import { heading, paragraph } from './bounded-table.ts';
import type { CustomerNight, InvoiceNight, Notice } from './customer-night.ts';
import type { Block, Email } from './email.ts';
import { emailId } from './email-id.ts';
import { stored } from './ladder.ts';
import { letterAccount } from './letter-account.ts';
import { type LetterSection, letterSection, sectionBlocks } from './letter-section.ts';
import {
  CREDIT_WORDING,
  LETTER_WORDING,
  type LetterWording,
  mostSevere,
  THANKS_WORDING,
} from './letter-wording.ts';
import { shortLine } from './literal-line.ts';
import { moneyText } from './money-text.ts';

/**
 * All a customer must hear tonight in one letter. Undefined when no notice is for the customer, no
 * address is known, or nothing of it may be demanded and there is nothing to give thanks for.
 */
export function composeLetter(
  night: CustomerNight,
  facts: CustomerFacts,
  invoices: readonly InvoiceNight[],
  policy: Policy,
): Email | undefined {
  const { billingEmail, customerId } = night.customer;
  const notices = noticesForCustomer(night);
  const thanks = notices.filter(({ kind }) => kind === 'recovery');
  const asking = notices.filter(({ kind }) => kind !== 'recovery');
  const sections = letterSections(asking, night, facts, invoices, policy);
  if (billingEmail === undefined || sections.length + thanks.length === 0) return undefined;

  const keys = notices.map(({ key }) => key);
  const parts: LetterParts = { night, asking, thanks, sections, reseller: policy.reseller.name };
  return {
    id: emailId('letter', keys),
    kind: 'letter',
    to: billingEmail,
    customerIds: [customerId],
    language: 'en',
    noticeKeys: keys,
    ...(sections.length === 0 ? thankingLetter(parts) : askingLetter(parts)),
  };
}

type LetterParts = {
  readonly night: CustomerNight;
  readonly asking: readonly Notice[];
  readonly thanks: readonly Notice[];
  readonly sections: readonly LetterSection[];
  readonly reseller: string;
};

type LetterText = Pick<Email, 'subject' | 'blocks'>;

function thankingLetter({ night, reseller }: LetterParts): LetterText {
  const { title, opening, closing } = THANKS_WORDING;
  return {
    subject: `${title} to ${shortLine(reseller, 60)}`,
    blocks: addressed(night, reseller, [paragraph(opening), paragraph(closing)]),
  };
}

function askingLetter({ night, asking, thanks, sections, reseller }: LetterParts): LetterText {
  const wording = letterWording(asking, sections);
  const paidIn = [...new Set(thanks.map(({ currency }) => currency))].sort().join(' and ');
  const thanked = paidIn === '' ? [] : [paragraph(THANKS_WORDING.beside(paidIn))];
  return {
    subject: letterSubject(wording, sections, reseller),
    blocks: addressed(night, reseller, [...thanked, ...askingBlocks(night, wording, sections)]),
  };
}

const addressed = (
  { customer }: CustomerNight,
  reseller: string,
  blocks: readonly Block[],
): Block[] => [
  paragraph(`Dear ${customer.name},`),
  ...blocks,
  paragraph('Kind regards,'),
  paragraph(reseller),
];

function noticesForCustomer({ notices, suppressed }: CustomerNight): Notice[] {
  const waiting = new Set(suppressed.map(({ key }) => key));
  return notices.filter(({ key, tell }) => tell.includes('customer') && !waiting.has(key));
}

/** One section per currency, whatever the number of its notices: amounts are asked for once. */
function letterSections(
  notices: readonly Notice[],
  { customer, asOf, accounts }: CustomerNight,
  facts: CustomerFacts,
  invoices: readonly InvoiceNight[],
  policy: Policy,
): LetterSection[] {
  const ladder = stored(policy.dunning, customer.policy);
  if (ladder === undefined) return [];
  const seen = factsSeenOn(facts, asOf);
  const issuedById = new Map(seen.invoices.map((each) => [`${each.invoiceId}`, each]));
  return [...Map.groupBy(notices, ({ currency }) => currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, about]) => {
      const tonight = accounts.find((each) => each.currency === currency);
      const account = letterAccount(currency, tonight?.unapplied ?? 0, invoices, issuedById);
      const asked = askedInvoices(account, seen, ladder, asOf);
      return { ...letterSection(account, asked, about, ladder), lateFees: tonight?.lateFees };
    })
    .filter((section) => section.invoices.length > 0);
}

function letterWording(
  notices: readonly Notice[],
  sections: readonly LetterSection[],
): LetterWording {
  if (sections.every(({ toPay }) => toPay === 0)) return CREDIT_WORDING;
  const asking = new Set(sections.flatMap(({ toPay, currency }) => (toPay > 0 ? [currency] : [])));
  const letters = notices
    .filter(({ currency }) => asking.has(currency))
    .flatMap(({ letter = 'reminder' }) => (letter === 'thank-you' ? [] : letter));
  return LETTER_WORDING[mostSevere(letters) ?? 'reminder'];
}

function letterSubject(
  { title }: LetterWording,
  sections: readonly LetterSection[],
  resellerName: string,
): string {
  const amounts = sections
    .filter(({ toPay }) => toPay > 0)
    .map(({ toPay, currency }) => moneyText({ minorUnits: toPay, currency }));
  const toPay = amounts.length === 0 ? '' : `: ${amounts.join(' and ')} to pay`;
  return `${title} from ${shortLine(resellerName, 60)}${toPay}`;
}

function askingBlocks(
  { asOf }: CustomerNight,
  { opening, closing }: LetterWording,
  sections: readonly LetterSection[],
): Block[] {
  const invoices = sections.flatMap((section) => section.invoices);
  const allPastDue = invoices.every(({ daysPastDue }) => daysPastDue > 0);
  return [
    paragraph(opening(allPastDue ? 'past their due date' : 'open')),
    ...sections.flatMap((section) => [
      ...(sections.length > 1 ? [heading(`In ${section.currency}`)] : []),
      ...sectionBlocks(section),
    ]),
    paragraph(`All figures are as of ${asOf}; what reached us later is not in them.`),
    paragraph(closing),
  ];
}
