import {
  addDays,
  type CalendarDate,
  dayNumber,
  dayOfMonth,
  dayOfNumber,
  daysOfMonth,
  monthOf,
} from '../../shared/ledger/calendar-date.ts';
import { toDecimal } from '../../shared/ledger/money.ts';
import { chance } from '../fakes/chance.ts';
import { exactNumber } from '../fakes/exact-body.ts';
import { dayCostMinorUnits, type FakeCustomer } from './fake-customers.ts';

/** How far behind the service is with a customer: a day, and with some two. */
const daysBehind = (customer: FakeCustomer): number => (customer.name.startsWith('Quiet') ? 2 : 1);

/** The last day whose usage the service knows on a day. */
export const knownUntil = (customer: FakeCustomer, today: CalendarDate): CalendarDate =>
  addDays(today, -daysBehind(customer));

/** What the month of the last known day has cost, with digits far below a cent, as they come. */
export function monthToDate(customer: FakeCustomer, today: CalendarDate): string {
  const until = knownUntil(customer, today);
  const [first] = daysOfMonth(monthOf(until));
  let minorUnits = 0;
  for (let day = first; day <= dayNumber(until); day += 1)
    minorUnits += dayCostMinorUnits(customer, dayOfNumber(day));
  return withDigits(minorUnits, customer, until);
}

function withDigits(minorUnits: number, customer: FakeCustomer, day: CalendarDate): string {
  const plain = toDecimal({ minorUnits, currency: customer.currency });
  // Half of a cent and more would round up, and the sum would not be that of the days.
  const digits = Math.floor(chance(`${customer.id} ${day} digits`)() * 4.9e13);
  return minorUnits === 0 ? '0' : `${plain}${`${digits}`.padStart(14, '0')}`;
}

/** One row of /customers/usagerecords; undefined where the customer has none. */
export function usageRecord(customer: FakeCustomer, today: CalendarDate) {
  if (customer.azure === 'none') return undefined;
  const totalCost = monthToDate(customer, today);
  return {
    budget: budgetBody(customer),
    percentUsed: percentUsed(totalCost, customer.budget),
    isUpgraded: customer.azure === 'plan',
    resourceId: customer.id,
    id: customer.id,
    resourceName: customer.name,
    name: customer.name,
    totalCost: exactNumber(totalCost),
    ...currencyOf(customer),
    usdTotalCost: customer.azure === 'plan' ? exactNumber(totalCost) : 0,
    lastModifiedDate: modifiedAt(knownUntil(customer, today)),
    // A documented answer has this stray field.
    ...(dayOfMonth(today) % 2 === 0 && { customerSpendingBudget: budgetBody(customer) }),
    attributes: { objectType: 'CustomerMonthlyUsageRecord' },
  };
}

export const modifiedAt = (day: CalendarDate): string => `${day}T17:08:11.1433333+00:00`;

/** The older Azure tells a culture where the newer tells a currency. */
const currencyOf = ({ azure, culture, currency }: FakeCustomer) =>
  azure === 'legacy' ? { currencyLocale: culture } : { currencyCode: currency };

/** Without a budget the object is there, and its amount is not. */
export const budgetBody = ({ budget }: FakeCustomer) => ({
  ...(budget !== undefined && { amount: exactNumber(budget) }),
  attributes: { objectType: 'SpendingBudget' },
});

const percentUsed = (cost: string, budget: string | undefined): number =>
  budget === undefined || Number(budget) === 0
    ? 0
    : Math.round((Number(cost) / Number(budget)) * 10_000) / 100;
