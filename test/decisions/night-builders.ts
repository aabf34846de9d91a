import { CustomerNight, type InvoiceNight } from '../../shared/decisions/customer-night.ts';
import type { Email } from '../../shared/decisions/email/email.ts';
import { linksTo } from '../../shared/effects/email/view/links.ts';
import type { Block, Table } from '../../shared/effects/email/view/view.ts';
import { viewOf } from '../../shared/effects/email/view/view-of.ts';
import { addDays, CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { Policy } from '../../shared/policy/policy.ts';

type Row = Record<string, unknown>;

export const AS_OF = CalendarDate.parse('2026-03-17');

const CUSTOMER = {
  customerId: 'contoso',
  name: 'Contoso',
  currency: 'EUR',
  policy: 'default',
  tags: [],
  billingEmail: 'ap@contoso.example',
};

export const aNotice = (over: Row = {}): Row => ({
  key: 'contoso|EUR|dunning|reminder|1',
  kind: 'dunning',
  currency: 'EUR',
  stage: 'reminder',
  tell: ['account-manager', 'customer'],
  letter: 'reminder',
  actions: [],
  because: 'oldest overdue invoice INV-7 is 4 days past due and reminder starts at 3',
  ...over,
});

export const anAccount = (over: Row = {}): Row => ({
  currency: 'EUR',
  aging: {},
  open: 420_000,
  overdue: 420_000,
  unapplied: 0,
  stage: 'reminder',
  since: '2026-03-17',
  because: 'oldest overdue invoice INV-7 is 4 days past due and reminder starts at 3',
  daysPastDue: 4,
  ...over,
});

/** A night on which Contoso reached the reminder, in euro; name only what the test is about. */
export function aNight(over: Row = {}, customer: Row = {}): CustomerNight {
  return CustomerNight.parse({
    customer: { ...CUSTOMER, ...customer },
    asOf: AS_OF,
    accounts: [anAccount()],
    budgets: [],
    notices: [aNotice()],
    suppressed: [],
    ...over,
  });
}

/** The facts behind open invoices: each was issued thirty days before it fell due. */
export function factsOf(invoices: readonly InvoiceNight[], arrangements: readonly Row[] = []) {
  return CustomerFacts.parse({
    customer: CUSTOMER,
    invoices: invoices.map(({ invoiceId, currency, open, daysPastDue }) => ({
      invoiceId,
      currency,
      minorUnits: open,
      issuedOn: addDays(AS_OF, -daysPastDue - 30),
      dueOn: addDays(AS_OF, -daysPastDue),
    })),
    payments: [],
    spend: [],
    budgets: [],
    arrangements,
  });
}

export const openInvoice = (over: Partial<InvoiceNight> = {}): InvoiceNight => ({
  invoiceId: 'INV-7',
  currency: 'EUR',
  open: 420_000,
  daysPastDue: 4,
  stage: undefined,
  ...over,
});

export const aPolicy = (over: Row = {}): Policy =>
  Policy.parse({
    reseller: { name: 'Kestrel Cloud', operatorEmail: 'ops@kestrel.example' },
    ...over,
  });

/** What a digest of this night is composed with besides its customers' nights. */
export const TONIGHT = { asOf: AS_OF, policy: aPolicy(), readAt: [], aging: [] };

/** What an e-mail shows, whatever it looks like. */
const shown = (email: Email | undefined): readonly Block[] =>
  email === undefined ? [] : viewOf(email, linksTo(undefined)).blocks;

export const texts = (email: Email | undefined): string[] =>
  shown(email).flatMap((block) =>
    block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'callout'
      ? [block.text]
      : [],
  );

const rowsOf = ({ rows }: Table): string[][] =>
  rows.map((row) => row.map(({ text, sub }) => (sub === undefined ? text : `${text} (${sub})`)));

export const tables = (email: Email | undefined): string[][][] =>
  shown(email).flatMap((block) => (block.kind === 'table' ? [rowsOf(block)] : []));

/** The sums below the tables: label and amount. */
export const sums = (email: Email | undefined): string[] =>
  shown(email).flatMap((block) =>
    block.kind === 'table' ? block.foot.map((each) => each.join(': ')) : [],
  );

/** What is new or worse: who, what, what is at stake, and why. */
export const cards = (email: Email | undefined): string[][] =>
  shown(email)
    .flatMap((block) => (block.kind === 'cards' ? block.cards : []))
    .map(({ name, what, money, moneyLabel, because, notes }) => [
      name,
      what,
      money === undefined ? '' : `${money} ${moneyLabel}`,
      [because, ...notes].join('; '),
    ]);

/** The rows of the table of that caption; none where there is no such table. */
export const rowsUnder = (caption: string, email: Email | undefined): string[][] =>
  shown(email).flatMap((block) =>
    block.kind === 'table' && block.caption === caption ? rowsOf(block) : [],
  );
