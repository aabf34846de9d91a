import type { z } from 'zod';
import type { Customer } from '../../ledger/customer.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { Identity } from '../../ledger/identity.ts';
import { type CurrencyCode, toDecimal } from '../../ledger/money.ts';
import { accountManagerOf, type Salespeople } from './account-manager.ts';
import { arrangementsOf } from './arrangements.ts';
import { emailsIn } from './email-text.ts';
import { minorUnitsOf } from './minor-units.ts';
import { type Books, receivablesOf } from './receivables.ts';
import {
  BooksCustomer,
  CustomerBalance,
  CustomerPayment,
  SalesCreditMemo,
  SalesInvoice,
} from './wire.ts';

type Row = { readonly list: string; readonly json: string };

export const customerOf = (json: string): BooksCustomer => BooksCustomer.parse(JSON.parse(json));

/** What was accepted before, from its stored text. */
export function booksOf(rows: readonly Row[]): Books & { readonly customer: BooksCustomer } {
  const of = <Item>(list: string, schema: z.ZodType<Item>): Item[] =>
    rows.filter((row) => row.list === list).map(({ json }) => schema.parse(JSON.parse(json)));
  const [customer] = of('customer', BooksCustomer);
  if (customer === undefined)
    throw new TypeError('Cannot read a staged customer because its own row is gone: stage again');
  return {
    customer,
    balance: of('balance', CustomerBalance)[0]?.balance,
    invoices: of('invoice', SalesInvoice),
    creditMemos: of('creditMemo', SalesCreditMemo),
    unposted: of('payment', CustomerPayment),
  };
}

/** What is so of the company, and of none of its customers alone. */
export type Company = {
  readonly currency: CurrencyCode;
  readonly salespeople: Salespeople;
  /** Its dispute statuses that mean a dispute is over. */
  readonly settledDisputes: readonly string[];
};

export function factsOf(
  books: ReturnType<typeof booksOf>,
  company: Company,
): { readonly facts: CustomerFacts; readonly finding: string | undefined } {
  const { untold, invoices, payments } = receivablesOf(books, company.currency);
  const owed = toDecimal({ minorUnits: untold, currency: company.currency });
  return {
    facts: {
      customer: ledgerCustomer(books.customer, company),
      invoices: [...invoices],
      payments: [...payments],
      spend: [],
      budgets: [],
      arrangements: arrangementsOf(books.invoices, company.currency, company.settledDisputes),
    },
    finding:
      untold === 0
        ? undefined
        : `customer ${books.customer.number} owes ${owed} ${company.currency} more than its open invoices say: finance charges and journal entries are in its balance, and in no list of the API`,
  };
}

/** A credit limit is in the company's currency, and left out for who has another. */
function ledgerCustomer(
  customer: BooksCustomer,
  { currency: company, salespeople }: Company,
): Customer {
  const { number: customerId, displayName: name, country, currencyCode, creditLimit } = customer;
  const currency = currencyCode ?? company;
  const limit =
    creditLimit === undefined || currency !== company ? 0 : minorUnitsOf(creditLimit, company);
  const [billingEmail] = emailsIn(customer.email);
  const accountManager = accountManagerOf(customer.salespersonCode, salespeople);
  const { id: _, name: __, ...known } = identityOf(customer);
  return {
    customerId,
    name,
    currency,
    ...(country !== undefined && { country }),
    ...(accountManager !== undefined && { accountManager }),
    ...(billingEmail !== undefined && { billingEmail }),
    ...(limit > 0 && { creditLimitMinorUnits: limit }),
    policy: 'default',
    tags: [],
    ...known,
  };
}

/** Its number is what people know it by; programs know its id. */
export function identityOf(customer: BooksCustomer): Identity {
  const { id, number, displayName: name, taxRegistrationNumber: registrationNumber } = customer;
  const domains = domainsOf(customer);
  return {
    id: number,
    name,
    accountingIds: [number, id],
    ...(domains.length > 0 && { domains }),
    ...(registrationNumber !== undefined && { registrationNumber }),
  };
}

function domainsOf(customer: BooksCustomer): string[] {
  const ofEmails = emailsIn(customer.email).map((each) => each.slice(each.indexOf('@') + 1));
  const { website = '' } = customer;
  const url = website.includes('://') ? website : `https://${website}`;
  const host = website !== '' && URL.canParse(url) ? new URL(url).hostname : '';
  return [...new Set([...ofEmails, host.replace(/^www\./, '')])].filter(Boolean);
}
