import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { type AskedInvoice, askedInvoices } from './asked-invoices.ts';
import { heading, paragraph } from './bounded-table.ts';
import type { CustomerNight, InvoiceNight, Notice } from './customer-night.ts';
import type { Block, Email } from './email.ts';
import { emailId } from './email-id.ts';
import { ladderOf } from './ladder-of.ts';
import { type LetterSection, letterSection, sectionBlocks } from './letter-section.ts';
import {
  CREDIT_WORDING,
  LETTER_WORDING,
  type LetterWording,
  mostSevere,
} from './letter-wording.ts';
import { shortLine } from './literal-line.ts';
import { moneyText } from './money-text.ts';

/**
 * All a customer must hear tonight in one letter. Undefined when no notice is for the customer, no
 * address is known, or nothing of it may be demanded.
 */
export function composeLetter(
  night: CustomerNight,
  facts: CustomerFacts,
  invoices: readonly InvoiceNight[],
  policy: Policy,
): Email | undefined {
  const { customer, asOf } = night;
  const notices = noticesForCustomer(night);
  const ladder = ladderOf(customer, policy);
  const asked = askedInvoices(invoices, facts, asOf);
  const sections = letterSections(notices, asked, night, ladder);
  if (customer.billingEmail === undefined || sections.length === 0) return undefined;

  const wording = letterWording(notices, sections);
  return {
    id: emailId(
      'letter',
      notices.map(({ key }) => key),
    ),
    kind: 'letter',
    to: customer.billingEmail,
    subject: letterSubject(wording, sections, policy.reseller.name),
    customerIds: [customer.customerId],
    blocks: letterBlocks(customer.name, asOf, wording, sections, policy.reseller.name),
  };
}

function noticesForCustomer({ notices, suppressed }: CustomerNight): Notice[] {
  const waiting = new Set(suppressed.map(({ key }) => key));
  return notices.filter(({ key, tell }) => tell.includes('customer') && !waiting.has(key));
}

/** One section per currency, whatever the number of its notices: amounts are asked for once. */
function letterSections(
  notices: readonly Notice[],
  invoices: readonly AskedInvoice[],
  { accounts }: CustomerNight,
  ladder: DunningPolicy | undefined,
): LetterSection[] {
  return [...Map.groupBy(notices, ({ currency }) => currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, about]) => {
      const account = accounts.find((each) => each.currency === currency);
      return letterSection(currency, about, invoices, account?.unapplied ?? 0, ladder);
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
    .map(({ letter }) => letter ?? 'reminder');
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

function letterBlocks(
  customerName: string,
  asOf: CalendarDate,
  { opening, closing }: LetterWording,
  sections: readonly LetterSection[],
  resellerName: string,
): Block[] {
  const invoices = sections.flatMap((section) => section.invoices);
  const allPastDue = invoices.every(({ invoice }) => invoice.daysPastDue > 0);
  return [
    paragraph(`Dear ${customerName},`),
    paragraph(opening(allPastDue ? 'past their due date' : 'open')),
    ...sections.flatMap((section) => [
      ...(sections.length > 1 ? [heading(`In ${section.currency}`)] : []),
      ...sectionBlocks(section),
    ]),
    paragraph(`All figures are as of ${asOf}; what reached us later is not in them.`),
    paragraph(closing),
    paragraph('Kind regards,'),
    paragraph(resellerName),
  ];
}
