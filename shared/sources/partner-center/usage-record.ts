import countryToCurrency from 'country-to-currency';
import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { Budget, MonthToDateReading } from '../../ledger/spend.ts';
import { roundedMinorUnits } from '../amounts/exact-amount.ts';
import { Decimal, Instant, TenantId } from './wire.ts';

/** A culture's country tells its currency: that is how rows of the older Azure name theirs. */
const Locale = z.string().transform((text, context): CurrencyCode => {
  const known: Readonly<Record<string, string>> = countryToCurrency;
  const currency = known[/-([A-Z]{2})$/i.exec(text)?.[1]?.toUpperCase() ?? ''];
  if (currency !== undefined) return CurrencyCode.parse(currency);
  context.addIssue('expected a culture with a country, such as fr-FR');
  return z.NEVER;
});

const Row = z.object({
  resourceId: TenantId.nullish(),
  id: TenantId.nullish(),
  resourceName: z.string().nullish(),
  name: z.string().nullish(),
  totalCost: Decimal,
  currencyCode: CurrencyCode.nullish(),
  currencyLocale: Locale.nullish(),
  /** There without an amount where the customer has no budget. */
  budget: z.object({ amount: Decimal.nullish() }).nullish(),
  lastModifiedDate: Instant,
});

/** What a customer's month has cost so far, and its budget, of Partner Center's usage records. */
export type UsageRecord = {
  readonly customerId: CustomerId;
  readonly name: string | undefined;
  readonly reading: MonthToDateReading;
  readonly budget: Budget | undefined;
};

/** The day of a reading is the day of its last usage, so that one that stands still tells no new day. */
export const CustomerMonthlyUsageRecord = Row.transform((row, context): UsageRecord => {
  const customerId = row.resourceId ?? row.id ?? undefined;
  const currency = row.currencyCode ?? row.currencyLocale ?? undefined;
  if (customerId === undefined) return missing(context, 'resourceId', 'names no customer');
  if (currency === undefined) return missing(context, 'currencyCode', 'names no currency');
  const amount = row.budget?.amount ?? undefined;
  if (amount !== undefined && amount < 0n)
    return missing(context, 'budget', 'is negative, and a budget is not');
  return {
    customerId,
    name: row.resourceName ?? row.name ?? undefined,
    reading: {
      date: CalendarDate.parse(row.lastModifiedDate.slice(0, 10)),
      minorUnits: roundedMinorUnits(row.totalCost, currency),
      currency,
      modifiedAt: row.lastModifiedDate,
    },
    budget:
      amount === undefined
        ? undefined
        : { minorUnits: roundedMinorUnits(amount, currency), currency },
  };
});

function missing(context: z.RefinementCtx, column: string, message: string): never {
  context.addIssue({ code: 'custom', path: [column], message });
  return z.NEVER;
}
