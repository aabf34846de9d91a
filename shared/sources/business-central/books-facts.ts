import type { z } from 'zod';
import type { Customer } from '../../ledger/customer.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { Identity } from '../../ledger/identity.ts';
import { type CurrencyCode, toDecimal } from '../../ledger/money.ts';
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

export function factsOf(
  books: ReturnType<typeof booksOf>,
  company: CurrencyCode,
): { readonly facts: CustomerFacts; readonly finding: string | undefined } {
  const { untold, invoices, payments } = receivablesOf(books, company);
  const owed = toDecimal({ minorUnits: untold, currency: company });
  return {
    facts: {
      customer: ledgerCustomer(books.customer, company),
      invoices: [...invoices],
      payments: [...payments],
      spend: [],
      budgets: [],
      arrangements: [],
    },
    finding:
      untold === 0
        ? undefined
        : `customer ${books.customer.number} owes ${owed} ${company} more than its open invoices say: finance charges and journal entries are in its balance, and in no list of the API`,
  };
}

/** A credit limit is in the company's currency, and left out for who has another. */
function ledgerCustomer(customer: BooksCustomer, company: CurrencyCode): Customer {
  const { number: customerId, displayName: name, country, currencyCode, creditLimit } = customer;
  const currency = currencyCode ?? company;
  const limit =
    creditLimit === undefined || currency !== company ? 0 : minorUnitsOf(creditLimit, company);
  const billingEmail = emailsOf(customer)[0];
  const { id: _, name: __, ...known } = identityOf(customer);
  return {
    customerId,
    name,
    currency,
    ...(country !== undefined && { country }),
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

const EMAIL = /^[^\s@,;:<>()[\]"]+@[^\s@,;:<>()[\]"]+$/;

/** One address or several, as bookkeepers write them. */
const emailsOf = ({ email = '' }: BooksCustomer): string[] =>
  email
    .split(/[;,]/)
    .map((each) => each.trim())
    .filter((each) => EMAIL.test(each));

function domainsOf(customer: BooksCustomer): string[] {
  const ofEmails = emailsOf(customer).map((each) => each.slice(each.indexOf('@') + 1));
  const { website = '' } = customer;
  const url = website.includes('://') ? website : `https://${website}`;
  const host = website !== '' && URL.canParse(url) ? new URL(url).hostname : '';
  return [...new Set([...ofEmails, host.replace(/^www\./, '')])].filter(Boolean);
}
