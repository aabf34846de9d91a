import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toDecimal } from '../../shared/ledger/money.ts';
import { AS_OF, customerAt, daysBeforeNight, dice, invoicesAt } from './portfolio.ts';

export type FolderSize = {
  readonly customers: number;
  readonly invoicesEach: number;
  /** Days of spend per customer, with a budget. None: neither file is written. */
  readonly spendDays: number;
};

/** A data folder of generated customers, as a reseller would drop it. */
export async function generateFolder(folder: string, size: FolderSize): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'as-of.txt'), `${AS_OF}\n`);
  const write = (name: string, columns: string, rowsOf: (number: number) => string[]) =>
    writeRows(join(folder, name), columns, size.customers, rowsOf);

  await write('customers.csv', CUSTOMERS, customerRows);
  await write('invoices.csv', INVOICES, (number) => invoiceRows(number, size.invoicesEach));
  if (size.spendDays === 0) return;
  await write('spend.csv', SPEND, (number) => spendRows(number, size.spendDays));
  await write('budgets.csv', 'customerId,amount,currency', budgetRows);
}

const CUSTOMERS = 'customerId,name,currency,language,accountManagerEmail,billingEmail';
const INVOICES = 'invoiceId,customerId,issuedOn,dueOn,amount,currency';
const SPEND = 'customerId,date,amount,currency,subscriptionId';

function customerRows(number: number): string[] {
  const { customerId, name, currency, language, accountManager, billingEmail } = customerAt(number);
  return [[customerId, name, currency, language, accountManager?.email, billingEmail].join(',')];
}

function invoiceRows(number: number, count: number): string[] {
  const { customerId } = customerAt(number);
  return invoicesAt(number, count).map((invoice) =>
    [
      invoice.invoiceId,
      customerId,
      invoice.issuedOn,
      invoice.dueOn,
      toDecimal(invoice),
      invoice.currency,
    ].join(','),
  );
}

function spendRows(number: number, count: number): string[] {
  const { customerId, currency } = customerAt(number);
  const roll = dice(number);
  return Array.from({ length: count }, (_, index) => {
    const amount = toDecimal({ minorUnits: 100 + roll(20_000), currency });
    return `${customerId},${daysBeforeNight(index)},${amount},${currency},subscription-${number}`;
  });
}

function budgetRows(number: number): string[] {
  const { customerId, currency } = customerAt(number);
  return [`${customerId},2500.00,${currency}`];
}

/** A customer's rows at a time, so that a million rows are never in memory. */
async function writeRows(
  path: string,
  columns: string,
  customers: number,
  rowsOf: (number: number) => string[],
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${columns}\n`);
  for (let number = 1; number <= customers; number += 1)
    if (!file.write(`${rowsOf(number).join('\n')}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}
