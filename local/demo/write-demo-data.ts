import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakeCustomer } from '../partner-center/fake-customers.ts';
import { bookRows } from './demo-books.ts';

const CUSTOMERS =
  'customerId,name,currency,country,language,accountManagerName,accountManagerEmail,billingEmail,creditLimit,tenantId';
const INVOICES = 'invoiceId,customerId,issuedOn,dueOn,amount,currency';
const PAYMENTS = 'paymentId,customerId,paidOn,amount,currency,invoiceId';

const POLICY = {
  reseller: {
    name: 'Kestrel Cloud (demo)',
    timeZone: 'Europe/Amsterdam',
    operatorEmail: 'operations@kestrel.example',
    creditControllerEmail: 'credit@kestrel.example',
  },
};

/**
 * The demo's books as a data folder: what the same customers owe that Partner Center says have
 * spent, over a year. A night sees of it what is dated by its day.
 */
export async function writeDemoData(
  folder: string,
  customers: readonly FakeCustomer[],
): Promise<void> {
  const rows = customers.filter((_, number) => isInBooks(number)).map(bookRows);
  const text = (header: string, lines: readonly (readonly string[])[]): string =>
    `${[header, ...lines.map((cells) => cells.join(','))].join('\n')}\n`;
  await mkdir(folder, { recursive: true });
  const write = (name: string, content: string): Promise<void> =>
    writeFile(join(folder, name), content);
  await write(
    'customers.csv',
    text(
      CUSTOMERS,
      rows.map(({ customer }) => customer),
    ),
  );
  await write(
    'invoices.csv',
    text(
      INVOICES,
      rows.flatMap(({ invoices }) => invoices),
    ),
  );
  await write(
    'payments.csv',
    text(
      PAYMENTS,
      rows.flatMap(({ payments }) => payments),
    ),
  );
  await write('policy.json', `${JSON.stringify(POLICY, undefined, 2)}\n`);
}

/** Two in forty spend, and are in nobody's books. */
const isInBooks = (number: number): boolean => number % 20 !== 18;
