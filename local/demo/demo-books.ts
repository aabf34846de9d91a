import {
  addDays,
  type CalendarDate,
  CalendarMonth,
  dayOfNumber,
  daysOfMonth,
  monthBefore,
} from '../../shared/ledger/calendar-date.ts';
import { toDecimal } from '../../shared/ledger/money.ts';
import { chance } from '../fakes/chance.ts';
import { dayCostMinorUnits, type FakeCustomer } from '../partner-center/fake-customers.ts';

/** What the demo's reseller has in its books of a customer that Partner Center knows as well. */
export type BookRows = {
  readonly customer: readonly string[];
  readonly invoices: readonly (readonly string[])[];
  readonly payments: readonly (readonly string[])[];
};

const MANAGERS = [
  ['Ana Vos', 'ana.vos@kestrel.example'],
  ['Bo Lind', 'bo.lind@kestrel.example'],
  ['Cleo Marchand', 'cleo.marchand@kestrel.example'],
] as const;
/** Microsoft's price and this much on top. */
const MARGIN_PERCENT = 115;
const DAYS_TO_PAY = 30;
const LANGUAGES: Readonly<Record<string, string>> = { 'nl-NL': 'nl', 'sv-SE': 'sv' };

/** Months before the demo begins, and after it, for which there are invoices. */
export const DEMO_MONTHS = monthsAround('2026-05', 6, 12);

/** The books know a customer by a number of their own, and most of its tenants. */
export function bookRows(customer: FakeCustomer, number: number): BookRows {
  const customerId = `K-${1001 + number}`;
  const [name, email] = MANAGERS[number % MANAGERS.length] ?? MANAGERS[0];
  const invoices = DEMO_MONTHS.map((month) => invoiceOf(customer, customerId, month)).filter(
    ({ minorUnits }) => minorUnits > 0,
  );
  const decimal = (minorUnits: number): string =>
    toDecimal({ minorUnits, currency: customer.currency });
  return {
    customer: [
      customerId,
      customer.name.replace(/ (BV|SA|Ltd|AB)$/, ''),
      customer.currency,
      customer.culture.slice(3),
      LANGUAGES[customer.culture] ?? 'en',
      name,
      email,
      `accounts@${customer.domain.replace('.onmicrosoft.com', '.example')}`,
      decimal(Math.round(customer.dailyMinorUnits / 100) * 100 * 75),
      isWithoutTenant(number) ? '' : customer.id,
    ],
    invoices: invoices.map((each) => [
      each.invoiceId,
      customerId,
      each.issuedOn,
      each.dueOn,
      decimal(each.minorUnits),
      customer.currency,
    ]),
    payments: invoices.flatMap((each) => {
      const paidOn = paidOnOf(customer, each.dueOn, number);
      if (paidOn === undefined) return [];
      const paymentId = each.invoiceId.replace('INV', 'PAY');
      const amount = decimal(each.minorUnits);
      return [[paymentId, customerId, paidOn, amount, customer.currency, each.invoiceId]];
    }),
  };
}

/** So that there is somebody to find who owes and has no tenant, and spends and owes nothing. */
const isWithoutTenant = (number: number): boolean => number % 20 === 11;

/** A month's usage is invoiced on the third of the next. */
function invoiceOf(customer: FakeCustomer, customerId: string, month: CalendarMonth) {
  const [first, last] = daysOfMonth(monthBefore(month));
  let cost = 0;
  for (let day = first; day <= last; day += 1)
    cost += dayCostMinorUnits(customer, dayOfNumber(day));
  const issuedOn = dayOfNumber(daysOfMonth(month)[0] + 2);
  return {
    invoiceId: `INV-${customerId.slice(2)}-${month.replace('-', '')}`,
    issuedOn,
    dueOn: addDays(issuedOn, DAYS_TO_PAY),
    minorUnits: Math.round((cost * MARGIN_PERCENT) / 100),
  };
}

/** Most pay in time, some a few weeks late, and some have stopped. */
function paidOnOf(
  customer: FakeCustomer,
  dueOn: CalendarDate,
  number: number,
): CalendarDate | undefined {
  const days = Math.floor(chance(`${customer.id} ${dueOn} pays`)() * 6);
  if (number % 7 === 2) return addDays(dueOn, 12 + days * 3);
  if (number % 11 === 5) return dueOn < '2026-04' ? addDays(dueOn, days) : undefined;
  return addDays(dueOn, -days);
}

function monthsAround(middle: string, before: number, after: number): readonly CalendarMonth[] {
  const [year = 0, month = 0] = middle.split('-').map(Number);
  return Array.from({ length: before + after + 1 }, (_, at) => {
    const number = year * 12 + month - 1 - before + at;
    const text = `${Math.floor(number / 12)}-${`${(number % 12) + 1}`.padStart(2, '0')}`;
    return CalendarMonth.parse(text);
  });
}
