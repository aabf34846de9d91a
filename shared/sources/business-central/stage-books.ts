import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { addDays, CalendarDate, dayInZone } from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { SourceError } from '../../run/errors.ts';
import { ApiError } from '../http/api-error.ts';
import { digest } from '../staging/digest.ts';
import { stageOnce } from '../staging/stage-once.ts';
import type { BusinessCentralLists } from './odata-lists.ts';
import { type List, newStaging } from './staging.ts';
import {
  BooksCustomer,
  CompanyInformation,
  CustomerBalance,
  CustomerPayment,
  debtorOf,
  PaymentJournal,
  SalesCreditMemo,
  SalesInvoice,
  Salesperson,
} from './wire.ts';

export type StageBooksNeeds = {
  readonly lists: BusinessCentralLists;
  readonly location: string;
  readonly stagingFolder: string;
  readonly now: () => Date;
};

type Staging = ReturnType<typeof newStaging>;
type Writing = StageBooksNeeds & { readonly staging: Staging };

/** How far paid invoices are looked back at: for metrics, which look back a year. */
const DAYS_OF_PAID = 400;

/** Reads the company's receivables into a file on disk, by customer, and tells where that is. */
export async function stageBooks(needs: StageBooksNeeds): Promise<string> {
  const name = { place: digest(`books of ${needs.location}`), version: randomUUID() };
  return await stageOnce(needs.stagingFolder, name, async (part) => {
    const staging = newStaging(part);
    try {
      await readInto({ ...needs, staging });
    } finally {
      staging.close();
    }
  });
}

async function readInto(writing: Writing): Promise<void> {
  const { staging, now, lists } = writing;
  const startedAt = now();
  const currency = await companyCurrency(lists);
  await read(writing, 'customers', 'customer', BooksCustomer, byNumber);
  await read(writing, 'customerFinancialDetails', 'balance', CustomerBalance, byNumber);
  // Two lists, as the service takes no "or" of two fields.
  await read(writing, 'salesInvoices', 'invoice', SalesInvoice, byDebtor, "status eq 'Open'");
  const since = firstOfMonth(addDays(dayInZone(startedAt, 'UTC'), -DAYS_OF_PAID));
  const paid = `status eq 'Paid' and postingDate ge ${since}`;
  await read(writing, 'salesInvoices', 'invoice', SalesInvoice, byDebtor, paid);
  const open = "status eq 'Open'";
  await read(writing, 'salesCreditMemos', 'creditMemo', SalesCreditMemo, byDebtor, open);
  await readUnposted(writing);
  staging.finish(currency, startedAt, await salespeopleFinding(writing));
}

/** Whose currency a document or a customer has that names none. */
async function companyCurrency(lists: BusinessCentralLists): Promise<CurrencyCode> {
  for await (const items of lists.pages('companyInformation'))
    for (const item of items) {
      const currencyCode = CompanyInformation.safeParse(item).data?.currencyCode ?? '';
      const { data } = CurrencyCode.safeParse(currencyCode);
      if (data !== undefined) return data;
      throw new SourceError(
        `Cannot read the books of Business Central because the company counts in "${currencyCode}", which is no ISO 4217 currency: set its local currency code under General Ledger Setup`,
      );
    }
  throw new SourceError(
    'Cannot read the books of Business Central because the company has no information: see that BUSINESS_CENTRAL_COMPANY is right',
  );
}

/**
 * Who answers for whom. An older Business Central has no such list, and an application may not be
 * allowed to read it: nobody's receivables wait for that.
 */
async function salespeopleFinding({ lists, staging }: Writing): Promise<string | undefined> {
  try {
    for await (const items of lists.pages('salespeoplePurchasers'))
      for (const item of items) if (Salesperson.safeParse(item).success) staging.salesperson(item);
    return undefined;
  } catch (error) {
    if (!(error instanceof SourceError && error.cause instanceof ApiError)) throw error;
    return `customers have no account manager from the books because the answer for salespeoplePurchasers was ${error.cause.status}: let the application read salespeople, or name account managers in the directory`;
  }
}

/** Lines that are not posted yet are listed by journal only. */
async function readUnposted(writing: Writing): Promise<void> {
  const journals: string[] = [];
  const name = 'customerPaymentJournals';
  let line = 0;
  for await (const items of writing.lists.pages(name))
    for (const item of items) {
      line += 1;
      const { data, error } = PaymentJournal.safeParse(item);
      if (data === undefined) writing.staging.reject(name, line, item, faultOf(error));
      else journals.push(data.id);
    }
  if (line > 0 && journals.length === 0) writing.staging.lacks(`no item of ${name} could be read`);
  for (const id of journals) {
    const list = `customerPaymentJournals(${id})/customerPayments`;
    await read(writing, list, 'payment', CustomerPayment, (line) => [line.customerNumber, line.id]);
  }
}

const byNumber = ({ number }: { readonly number: string }): [string, string] => [number, number];
const byDebtor = (
  document: Parameters<typeof debtorOf>[0] & { readonly number: string },
): [string, string] => [debtorOf(document), document.number];

/** Items that cannot be read are kept for a person to see, with their place in the list. */
async function read<Item>(
  { lists, staging }: Writing,
  name: string,
  list: List,
  schema: z.ZodType<Item>,
  placeOf: (item: Item) => [customerId: string, id: string],
  filter?: string,
): Promise<void> {
  let [line, accepted] = [0, 0];
  for await (const items of lists.pages(name, filter === undefined ? {} : { $filter: filter }))
    for (const item of items) {
      line += 1;
      const { data, error } = schema.safeParse(item);
      if (data === undefined) staging.reject(name, line, item, faultOf(error));
      else {
        accepted += 1;
        staging.put(list, ...placeOf(data), item);
      }
    }
  if (line > 0 && accepted === 0) staging.lacks(`no item of ${name} could be read`);
}

function faultOf(error: z.ZodError | undefined) {
  const [fault] = error?.issues ?? [];
  return { column: fault?.path.join('.') ?? '', reason: fault?.message ?? 'unreadable' };
}

const firstOfMonth = (day: CalendarDate): CalendarDate =>
  CalendarDate.parse(`${day.slice(0, 8)}01`);
