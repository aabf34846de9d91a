import { addDays, CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { Customer } from '../../shared/ledger/customer.ts';
import { type Invoice, InvoiceId } from '../../shared/ledger/invoice.ts';
import { CurrencyCode } from '../../shared/ledger/money.ts';

/** The night that the bench runs. */
export const AS_OF = CalendarDate.parse('2026-03-17');

const CURRENCY = CurrencyCode.parse('EUR');
const TERM_DAYS = 30;
/** Days past due of a customer's oldest invoice. Half pay well before the day. */
const OLDEST_DAYS_PAST_DUE = [-10, -10, -10, -10, 7, 14, 28, 90];
const ACCOUNT_MANAGERS = 40;

/** The customer with that number: the same at every bench. */
export const customerAt = (number: number): Customer =>
  Customer.parse({
    customerId: `C-${`${number}`.padStart(6, '0')}`,
    name: `Customer ${number}`,
    currency: CURRENCY,
    language: 'en',
    accountManager: { email: `manager-${number % ACCOUNT_MANAGERS}@reseller.example` },
    billingEmail: `billing@customer-${number}.example`,
    policy: 'default',
    tags: [],
  });

/** Its open invoices, all issued by the night, in the order they were issued in. */
export function invoicesAt(number: number, count: number): Invoice[] {
  const roll = dice(number);
  const oldest = OLDEST_DAYS_PAST_DUE[roll(OLDEST_DAYS_PAST_DUE.length)] ?? 0;
  const ages = Array.from({ length: count }, () => roll(TERM_DAYS + oldest + 1));
  return ages
    .toSorted((a, b) => b - a)
    .map((daysOld, index) => ({
      invoiceId: InvoiceId.parse(`INV-${number}-${index + 1}`),
      issuedOn: daysBeforeNight(daysOld),
      dueOn: daysBeforeNight(daysOld - TERM_DAYS),
      minorUnits: 1_000 + roll(500_000),
      currency: CURRENCY,
    }));
}

/** Parsed once each: a million invoices have a few hundred days between them. */
const days = new Map<number, CalendarDate>();

export function daysBeforeNight(number: number): CalendarDate {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = addDays(AS_OF, -number);
  days.set(number, day);
  return day;
}

/** Whole numbers below a limit, the same ones for the same seed (Numerical Recipes' generator). */
export function dice(seed: number): (limit: number) => number {
  let state = (seed * 2_654_435_761) % 2 ** 32;
  return (limit) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
