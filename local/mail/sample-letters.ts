import { CustomerNight, type InvoiceNight } from '../../shared/decisions/customer-night.ts';
import { composeLetter } from '../../shared/decisions/email/compose-letter.ts';
import type { Email } from '../../shared/decisions/email/email.ts';
import type { Language } from '../../shared/languages/language.ts';
import { addDays, CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { samplePolicy } from './sample-policy.ts';

const AS_OF = CalendarDate.parse('2026-03-17');

/** Days past due on the night, and what is open. */
const INVOICES: readonly InvoiceNight[] = [
  { invoiceId: 'INV-2026-0042', currency: 'EUR', open: 248_900, daysPastDue: 21, stage: undefined },
  { invoiceId: 'INV-2026-0077', currency: 'EUR', open: 171_150, daysPastDue: 4, stage: undefined },
  { invoiceId: 'INV-2026-0081', currency: 'EUR', open: 96_000, daysPastDue: -12, stage: undefined },
];

/** The days of the oldest invoice come to a stage, and what that letter is called. */
const STAGES = {
  courtesy: { stage: 'courtesy', letter: 'courtesy' },
  reminder: { stage: 'reminder', letter: 'reminder' },
  'second-notice': { stage: 'second-notice', letter: 'second-notice' },
  'final-notice': { stage: 'final-notice', letter: 'final-notice' },
} as const;

export function sampleLetters(language: Language): ReadonlyMap<string, Email> {
  const asking = Object.entries(STAGES).map(
    ([name, { stage, letter }]) =>
      [`letter-${name}`, letterOf(language, 'dunning', stage, letter)] as const,
  );
  const thanks = letterOf(language, 'recovery', 'final-notice', 'thank-you');
  return new Map(
    [...asking, ['letter-thank-you', thanks] as const].flatMap(([name, email]) =>
      email === undefined ? [] : [[name, email] as const],
    ),
  );
}

function letterOf(language: Language, kind: string, stage: string, letter: string) {
  const customer = customerIn(language);
  const night = CustomerNight.parse({
    customer,
    asOf: AS_OF,
    accounts: [
      {
        currency: 'EUR',
        aging: { current: 96_000, '1-30': 420_050 },
        open: 516_050,
        overdue: 420_050,
        unapplied: 25_000,
        stage,
        since: AS_OF,
        because: 'oldest overdue invoice INV-2026-0042 is 21 days past due',
        daysPastDue: 21,
      },
    ],
    budgets: [],
    notices: [
      {
        key: `C-1002|EUR|${kind}|${stage}|1`,
        kind,
        currency: 'EUR',
        stage,
        tell: ['customer'],
        letter,
        actions: [],
        because: 'oldest overdue invoice INV-2026-0042 is 21 days past due',
      },
    ],
    suppressed: [],
  });
  return composeLetter(night, factsOf(customer), INVOICES, samplePolicy(language));
}

const customerIn = (language: Language) => ({
  customerId: 'C-1002',
  name: 'Brouwerij De Kromme Boei B.V.',
  currency: 'EUR',
  language,
  billingEmail: 'administratie@krommeboei.example',
  policy: 'default',
  tags: [],
});

const factsOf = (customer: ReturnType<typeof customerIn>): CustomerFacts =>
  CustomerFacts.parse({
    customer,
    invoices: INVOICES.map(({ invoiceId, currency, open, daysPastDue }) => ({
      invoiceId,
      currency,
      minorUnits: open,
      issuedOn: addDays(AS_OF, -daysPastDue - 30),
      dueOn: addDays(AS_OF, -daysPastDue),
    })),
    payments: [],
    spend: [],
    budgets: [],
    arrangements: [
      {
        kind: 'dispute',
        from: '2026-03-10',
        currency: 'EUR',
        invoiceId: 'INV-2026-0077',
        minorUnits: 12_000,
      },
    ],
  });
