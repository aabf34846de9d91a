import { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import { minorUnitsOf } from './amount.ts';
import { BookedDay } from './booked-day.ts';

const Cells = z.object({
  customerId: CustomerId,
  date: BookedDay,
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
