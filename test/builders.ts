import { Arrangement } from '../shared/ledger/arrangement.ts';
import { CalendarDate } from '../shared/ledger/calendar-date.ts';
import { CustomerFacts } from '../shared/ledger/customer-facts.ts';
import { Invoice, Payment } from '../shared/ledger/invoice.ts';
import { Budget, DailySpend } from '../shared/ledger/spend.ts';
import { Policy } from '../shared/policy/policy.ts';

/** As a data row would say it: plain text and numbers, every field optional. */
type Over<Row> = Partial<{ readonly [Field in keyof Row]: unknown }>;

export const day = (text: string): CalendarDate => CalendarDate.parse(text);

/** An ordinary invoice of 100.00 EUR due on 1 March; name only what the test is about. */
export const invoice = (over: Over<Invoice> = {}): Invoice =>
  Invoice.parse({
    invoiceId: 'INV-1',
    issuedOn: '2026-02-01',
    dueOn: '2026-03-01',
    minorUnits: 10_000,
    currency: 'EUR',
    ...over,
  });

/** 40.00 EUR on INV-1, on 10 March. Without an invoice: `invoiceId: undefined`. */
export const payment = (over: Over<Payment> = {}): Payment =>
  Payment.parse({
    paymentId: 'PAY-1',
    paidOn: '2026-03-10',
    minorUnits: 4_000,
    currency: 'EUR',
    invoiceId: 'INV-1',
    ...over,
  });

/** From 5 March, without an end. */
export const arrangement = (kind: Arrangement['kind'], over: Over<Arrangement> = {}): Arrangement =>
  Arrangement.parse({ kind, from: '2026-03-05', currency: 'EUR', ...over });

export const spend = (date: string, minorUnits: number, currency = 'EUR'): DailySpend =>
  DailySpend.parse({ date, minorUnits, currency });

export const budget = (minorUnits: number, over: Over<Budget> = {}): Budget =>
  Budget.parse({ minorUnits, currency: 'EUR', ...over });

type Facts = Omit<CustomerFacts, 'customer'> & {
  readonly customer: Over<CustomerFacts['customer']>;
};

/** Customer C-1, reachable, on the policy `default`, with what the test gives it. */
export const facts = ({ customer = {}, ...rows }: Partial<Facts> = {}): CustomerFacts =>
  CustomerFacts.parse({
    customer: {
      customerId: 'C-1',
      name: 'Contoso',
      currency: 'EUR',
      billingEmail: 'billing@contoso.example',
      policy: 'default',
      tags: [],
      ...customer,
    },
    invoices: [],
    payments: [],
    spend: [],
    budgets: [],
    arrangements: [],
    ...rows,
  });

/** A policy whose only ladder is `default`, as in policy.json, and that tells on every day. */
export const policy = (
  ladder: Record<string, unknown> = {},
  { contact, ...rest }: { readonly contact?: object } & Record<string, unknown> = {},
): Policy =>
  Policy.parse({
    dunning: { default: ladder },
    contact: { workingDaysOnly: false, ...contact },
    ...rest,
  });
