import { addDays, type CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { chance, guid } from '../fakes/chance.ts';
import { exactNumber } from '../fakes/exact-body.ts';

export type FakeDebtor = { readonly name: string; readonly domain: string };

type Row = Record<string, unknown>;

/** A company's lists as its API tells them. A test changes them as bookkeepers would. */
export type FakeBooks = {
  readonly companyInformation: Row[];
  readonly customers: Row[];
  readonly customerFinancialDetails: Row[];
  readonly salesInvoices: Row[];
  readonly salesCreditMemos: Row[];
  readonly salespeoplePurchasers: Row[];
  readonly customerPaymentJournals: Row[];
  readonly customerPayments: Row[];
};

const CURRENCY = 'EUR';
/** The second has left. */
const SALESPEOPLE = [
  { code: 'AV', displayName: 'Ana Vos', email: 'ana.vos@reseller.example', blocked: false },
  { code: 'BL', displayName: 'Bo Lind', email: 'bo.lind@reseller.example', blocked: true },
];
const DAYS_BETWEEN_INVOICES = 30;

export const amount = (cents: number): string => exactNumber((cents / 100).toFixed(2));

/** Three invoices each, the oldest paid, some of the others late; always the same for a seed. */
export function fakeBooks(
  seed: string,
  debtors: readonly FakeDebtor[],
  today: CalendarDate,
): FakeBooks {
  const books: FakeBooks = {
    companyInformation: [{ id: guid(`${seed} company`), currencyCode: CURRENCY }],
    customers: [],
    customerFinancialDetails: [],
    salesInvoices: [],
    salesCreditMemos: [],
    salespeoplePurchasers: SALESPEOPLE.map((each) => ({
      id: guid(`${seed} ${each.code}`),
      ...each,
    })),
    customerPaymentJournals: [{ id: guid(`${seed} journal`), code: 'GENERAL' }],
    customerPayments: [],
  };
  for (const [at, debtor] of debtors.entries()) addDebtor(books, seed, at, debtor, today);
  return books;
}

function addDebtor(
  books: FakeBooks,
  seed: string,
  at: number,
  { name, domain }: FakeDebtor,
  today: CalendarDate,
): void {
  const number = `${10_000 + at * 10}`;
  const next = chance(`${seed} ${number}`);
  const id = guid(`${seed} debtor ${number}`);
  books.customers.push({
    '@odata.etag': `W/"${number}"`,
    id,
    number,
    displayName: name,
    country: 'NL',
    email: `billing@${domain}`,
    website: '',
    salespersonCode: SALESPEOPLE[at]?.code ?? '',
    taxRegistrationNumber: '',
    currencyCode: at % 2 === 0 ? '' : CURRENCY,
    creditLimit: amount(0),
    blocked: ' ',
    lastModifiedDateTime: '2026-01-02T08:00:00Z',
  });
  let balance = 0;
  for (const month of [3, 2, 1]) {
    const cents = 10_000 + Math.floor(next() * 500_000);
    const isPaid = month === 3;
    if (!isPaid) balance += cents;
    const postedOn = addDays(today, -DAYS_BETWEEN_INVOICES * month);
    books.salesInvoices.push(
      invoiceRow(`PS-INV${number}-${month}`, number, postedOn, cents, isPaid),
    );
  }
  books.customerFinancialDetails.push({ id, number, balance: amount(balance) });
}

const invoiceRow = (
  number: string,
  customerNumber: string,
  postedOn: CalendarDate,
  cents: number,
  isPaid: boolean,
): Row => ({
  '@odata.etag': `W/"${number}"`,
  id: guid(number),
  number,
  invoiceDate: postedOn,
  postingDate: postedOn,
  dueDate: addDays(postedOn, 14),
  promisedPayDate: '0001-01-01',
  disputeStatus: '',
  customerNumber,
  billToCustomerNumber: customerNumber,
  currencyCode: CURRENCY,
  totalAmountIncludingTax: amount(cents),
  remainingAmount: amount(isPaid ? 0 : cents),
  status: isPaid ? 'Paid' : 'Open',
  lastModifiedDateTime: `${addDays(postedOn, isPaid ? 20 : 0)}T09:30:00Z`,
});
