import { z } from 'zod';
import { Reason } from '../../../languages/reason.ts';
import { CalendarDate } from '../../../ledger/calendar-date.ts';
import { InvoiceId } from '../../../ledger/invoice.ts';
import { CurrencyCode } from '../../../ledger/money.ts';
import { LETTERS } from '../../../policy/dunning-policy.ts';
import { Payment } from '../../../policy/reseller-policy.ts';
import { Brand } from './brand.ts';

const AskedInvoice = z.object({
  invoiceId: InvoiceId,
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  daysPastDue: z.int(),
  asked: z.int(),
});

/** What a letter asks for in one currency. Amounts are minor units; lists are bounded. */
export const LetterSection = z.object({
  currency: CurrencyCode,
  invoices: z.array(AskedInvoice),
  moreInvoices: z.int(),
  leftOut: z.array(z.object({ invoiceId: InvoiceId, amount: z.int(), because: Reason })),
  moreLeftOut: z.int(),
  total: z.int(),
  credit: z.int(),
  toPay: z.int(),
  lateFees: z.array(z.object({ invoiceId: InvoiceId, amount: z.int(), because: Reason })),
  moreLateFees: z.int(),
  lateFeeTotal: z.int(),
});
export type LetterSection = z.infer<typeof LetterSection>;

const StatementLine = z.object({
  invoiceId: InvoiceId,
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  amount: z.int(),
  open: z.int(),
  daysPastDue: z.int(),
  remark: Reason.optional(),
});

/** All that is open in one currency, asked for or not. */
export const StatementAccount = z.object({
  currency: CurrencyCode,
  lines: z.array(StatementLine),
  moreLines: z.int(),
  unapplied: z.int(),
  /** Everything that is open, less what is unapplied. */
  balance: z.int(),
});
export type StatementAccount = z.infer<typeof StatementAccount>;

/** A letter as data: what is asked for or given thanks for, and how severely. */
export const LetterContent = z.object({
  brand: Brand,
  customerName: z.string(),
  asOf: CalendarDate,
  tone: z.enum([...LETTERS, 'credit', 'thank-you']),
  /** Currencies in which everything was paid, beside those that are asked for. */
  thanksIn: z.array(CurrencyCode),
  /** The first day on which the policy may propose to suspend, unless something is paid. */
  suspensionOn: CalendarDate.optional(),
  sections: z.array(LetterSection),
  statement: z.array(StatementAccount),
  payment: Payment,
});
export type LetterContent = z.infer<typeof LetterContent>;
