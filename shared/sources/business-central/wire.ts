import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { exactAmount } from '../amounts/exact-amount.ts';

/** Decimals as their text; see parseExactJson. */
const Decimal = z.string().refine(isDecimal, 'expected a decimal number');
/** What is empty is said by the first day there is. */
const Day = CalendarDate.transform((day) => (day === '0001-01-01' ? undefined : day));
const Text = z
  .string()
  .transform((text) => text.trim())
  .transform((text) => (text === '' ? undefined : text));

function isDecimal(text: string): boolean {
  try {
    exactAmount(text);
    return true;
  } catch {
    return false;
  }
}

/** A currency that is not named is the company's own; books may name others as they like. */
const Currency = Text.optional().refine(
  (code) => code === undefined || CurrencyCode.safeParse(code).success,
  'expected an ISO 4217 currency such as EUR',
);

export const CompanyInformation = z.object({ currencyCode: z.string().min(1) });

export const BooksCustomer = z.object({
  id: z.string(),
  number: CustomerId,
  displayName: z.string(),
  country: Text.optional(),
  email: Text.optional(),
  website: Text.optional(),
  salespersonCode: Text.optional(),
  taxRegistrationNumber: Text.optional(),
  currencyCode: Currency,
  creditLimit: Decimal.optional(),
});
export type BooksCustomer = z.infer<typeof BooksCustomer>;

/** Who sells to customers. One who has left is blocked, and answers for nobody. */
export const Salesperson = z.object({
  code: z.string().min(1),
  displayName: Text.optional(),
  email: Text.optional(),
  blocked: z.boolean().optional(),
});
export type Salesperson = z.infer<typeof Salesperson>;

export const CustomerBalance = z.object({ number: CustomerId, balance: Decimal });
export type CustomerBalance = z.infer<typeof CustomerBalance>;

/** Who is billed owes, who it was sold to or not. */
const Billed = z.object({
  number: z.string().min(1),
  customerNumber: CustomerId,
  billToCustomerNumber: z.string().optional(),
  currencyCode: Currency,
  totalAmountIncludingTax: Decimal,
  lastModifiedDateTime: z.iso.datetime(),
});

export const SalesInvoice = Billed.extend({
  invoiceDate: Day,
  postingDate: Day.optional(),
  dueDate: Day,
  promisedPayDate: Day.optional(),
  /** One of the codes that a company makes for itself; empty where nothing is in dispute. */
  disputeStatus: Text.optional(),
  remainingAmount: Decimal,
});
export type SalesInvoice = z.infer<typeof SalesInvoice>;

export const SalesCreditMemo = Billed.extend({ creditMemoDate: Day, postingDate: Day.optional() });
export type SalesCreditMemo = z.infer<typeof SalesCreditMemo>;

export const PaymentJournal = z.object({ id: z.string().min(1) });

/** A line that is not posted yet: the money is there, the books do not count it. */
export const CustomerPayment = z.object({
  id: z.string().min(1),
  customerNumber: CustomerId,
  postingDate: CalendarDate,
  amount: Decimal,
  appliesToInvoiceNumber: Text.optional(),
});
export type CustomerPayment = z.infer<typeof CustomerPayment>;

export const debtorOf = ({
  customerNumber,
  billToCustomerNumber,
}: {
  readonly customerNumber: string;
  readonly billToCustomerNumber?: string | undefined;
}): string => billToCustomerNumber || customerNumber;
