import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { dice } from './portfolio.ts';

export type History = {
  readonly from: CalendarDate;
  readonly months: number;
  readonly customers: number;
};

const DAYS_OF_MONTH = 30;
const TERM_DAYS = 30;

/** A data folder with a past: an invoice a month, paid early or late; two in five spend every day. */
export async function writeHistory(folder: string, history: History): Promise<void> {
  const rows = Array.from({ length: history.customers }, (_, at) => rowsOf(at + 1, history));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'policy.json'), '{}');
  for (const { name, header } of FILES) {
    const file = createWriteStream(join(folder, `${name}.csv`));
    file.write(`${header}\n`);
    for (const each of rows)
      if (!file.write(each[name].map((row) => `${row}\n`).join(''))) await once(file, 'drain');
    file.end();
    await once(file, 'close');
  }
}

type Name = 'customers' | 'invoices' | 'payments' | 'spend' | 'budgets';

const FILES: readonly { readonly name: Name; readonly header: string }[] = [
  { name: 'customers', header: 'customerId,name,currency,billingEmail' },
  { name: 'invoices', header: 'invoiceId,customerId,issuedOn,dueOn,amount,currency' },
  { name: 'payments', header: 'paymentId,customerId,paidOn,amount,currency,invoiceId' },
  { name: 'spend', header: 'customerId,date,amount,currency' },
  { name: 'budgets', header: 'customerId,amount,currency' },
];

function rowsOf(number: number, { from, months }: History): Record<Name, readonly string[]> {
  const roll = dice(number);
  const id = `C-${number}`;
  const bills = Array.from({ length: months }, (_, month) => {
    const issuedOn = addDays(from, month * DAYS_OF_MONTH + roll(DAYS_OF_MONTH));
    const dueOn = addDays(issuedOn, TERM_DAYS);
    return { at: `${number}-${month}`, issuedOn, dueOn, paidOn: addDays(dueOn, roll(40) - 20) };
  });
  const amount = `${100 + roll(900)}.50,EUR`;
  return {
    customers: [`${id},Customer ${number},EUR,billing@customer-${number}.example`],
    invoices: bills.map((each) => `I-${each.at},${id},${each.issuedOn},${each.dueOn},${amount}`),
    payments: bills.map((each) => `P-${each.at},${id},${each.paidOn},${amount},I-${each.at}`),
    spend: Array.from(
      { length: number % 5 < 2 ? months * DAYS_OF_MONTH : 0 },
      (_, day) => `${id},${addDays(from, day)},${10 + roll(90)}.25,EUR`,
    ),
    budgets: number % 5 < 2 ? [`${id},1500.00,EUR`] : [],
  };
}
