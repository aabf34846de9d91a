import type { CalendarDate } from '../ledger/calendar-date.ts';
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
  const { billingEmail, customerId, name } = night.customer;
  const { name: resellerName } = policy.reseller;
  const notices = noticesForCustomer(night);
  const sections = letterSections(notices, night, facts, invoices, policy);
  if (billingEmail === undefined || sections.length === 0) return undefined;

  const wording = letterWording(notices, sections);
  const keys = notices.map(({ key }) => key);
  return {
    id: emailId('letter', keys),
    kind: 'letter',
    to: billingEmail,
    subject: letterSubject(wording, sections, resellerName),
    customerIds: [customerId],
    blocks: letterBlocks(name, night.asOf, wording, sections, resellerName),
  };
}

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
  const allPastDue = invoices.every(({ daysPastDue }) => daysPastDue > 0);
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
