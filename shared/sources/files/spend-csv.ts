import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import { minorUnitsOf } from './amount.ts';

const Cells = z.object({
  customerId: CustomerId,
  date: CalendarDate,
  amount: z.string(),
  currency: CurrencyCode,
  subscriptionId: z.string().optional(),
  service: z.string().optional(),
});

/** A row of spend.csv. */
export const SpendRow = Cells.transform(
  ({ date, amount, currency, subscriptionId, service }, context): DailySpend => ({
    date,
    minorUnits: minorUnitsOf('amount', amount, currency, context),
    currency,
    subscriptionId,
    service,
  }),
);
