import { type Language, languageOf } from '../../languages/language.ts';
import { wordsOf } from '../../languages/words-of.ts';
import { type CustomerFacts, factsSeenOn } from '../../ledger/customer-facts.ts';
import { LETTERS } from '../../policy/dunning-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import type { CustomerNight, InvoiceNight, Notice } from '../customer-night.ts';
import { ladderNamed } from '../tonight.ts';
import { brandOf } from './content/brand.ts';
import type { LetterContent, LetterSection } from './content/letter-content.ts';
import type { EmailOf } from './email.ts';
import { emailId } from './email-id.ts';
import { type LetterAccount, letterAccounts } from './letter-account.ts';
import { paymentOf } from './letter-payment.ts';
import { letterSection } from './letter-section.ts';
import { statementAccount } from './letter-statement.ts';
import { suspensionOf } from './letter-suspension.ts';
import { shortLine } from './literal-line.ts';

/**
 * All a customer must hear tonight in one letter. Undefined when no notice is for the customer, no
 * address is known, or nothing of it may be demanded and there is nothing to give thanks for.
 */
export function composeLetter(
  night: CustomerNight,
  facts: CustomerFacts,
  invoices: readonly InvoiceNight[],
  policy: Policy,
): EmailOf<'letter'> | undefined {
  const { billingEmail, customerId, language: own } = night.customer;
  const notices = noticesForCustomer(night);
  if (billingEmail === undefined || notices.length === 0) return undefined;
  const thanks = notices.filter(({ kind }) => kind === 'recovery');
  const asking = notices.filter(({ kind }) => kind !== 'recovery');
  const seen = factsSeenOn(facts, night.asOf);
  const ladder = ladderNamed(night.customer.policy, policy);
  if (ladder.kind !== 'climbs' && thanks.length === 0) return undefined;
  const accounts = letterAccounts(night, seen, invoices, ladder.policy);
  const sections = ladder.kind === 'climbs' ? letterSections(asking, accounts, ladder.policy) : [];
  if (sections.length + thanks.length === 0) return undefined;

  const keys = notices.map(({ key }) => key);
  const language = languageOf(own, policy.reseller.language);
  const content: LetterContent = {
    brand: brandOf(policy),
    customerName: night.customer.name,
    asOf: night.asOf,
    tone: toneOf(asking, sections),
    thanksIn: [...new Set(thanks.map(({ currency }) => currency))].sort(),
    ...suspensionOf(asking, sections, night, ladder.policy),
    sections,
    statement:
      sections.length === 0
        ? []
        : accounts.map(({ account, asked }) => statementAccount(account, asked)),
    payment: paymentOf(policy.reseller.payment, customerId),
  };
  return {
    id: emailId('letter', keys),
    kind: 'letter',
    to: billingEmail,
    subject: letterSubject(content, language),
    customerIds: [customerId],
    language,
    noticeKeys: keys,
    content,
  };
}

function noticesForCustomer({ notices, suppressed }: CustomerNight): Notice[] {
  const waiting = new Set(suppressed.map(({ key }) => key));
  return notices.filter(({ key, tell }) => tell.includes('customer') && !waiting.has(key));
}

/** One section per currency, whatever the number of its notices: amounts are asked for once. */
function letterSections(
  notices: readonly Notice[],
  accounts: readonly LetterAccount[],
  ladder: Parameters<typeof letterSection>[4],
): LetterSection[] {
  return accounts
    .flatMap(({ account, asked, lateFees }) => {
      const about = notices.filter(({ currency }) => currency === account.currency);
      return about.length === 0 ? [] : [letterSection(account, asked, about, lateFees, ladder)];
    })
    .filter(({ invoices }) => invoices.length > 0);
}

/** The tone of a letter that covers several notices is that of the most severe. */
function toneOf(
  notices: readonly Notice[],
  sections: readonly LetterSection[],
): LetterContent['tone'] {
  if (sections.length === 0) return 'thank-you';
  const asking = new Set(sections.flatMap(({ toPay, currency }) => (toPay > 0 ? [currency] : [])));
  if (asking.size === 0) return 'credit';
  const letters = notices
    .filter(({ currency }) => asking.has(currency))
    .map(({ letter = 'reminder' }) => letter);
  return LETTERS.findLast((each) => letters.includes(each)) ?? 'reminder';
}

function letterSubject({ brand, tone, sections }: LetterContent, language: Language): string {
  const { letter, figures } = wordsOf(language);
  const reseller = shortLine(brand.name, 60);
  if (tone === 'thank-you') return letter.thanksSubject(reseller);
  const amounts = sections
    .filter(({ toPay }) => toPay > 0)
    .map(({ toPay, currency }) => figures.money({ minorUnits: toPay, currency }));
  return letter.subject(letter.tones[tone].title, reseller, amounts);
}
