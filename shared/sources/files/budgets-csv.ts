import { z } from 'zod';
import { CalendarMonth } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { Budget } from '../../ledger/spend.ts';
import { minorUnitsOf } from './amount.ts';

const Cells = z.object({
  customerId: CustomerId,
  amount: z.string(),
  currency: CurrencyCode,
  from: CalendarMonth.optional(),
});

/** A row of budgets.csv. */
export const BudgetRow = Cells.transform(({ amount, currency, from }, context): Budget => {
  const minorUnits = minorUnitsOf('amount', amount, currency, context);
  if (minorUnits < 0)
    context.addIssue({ code: 'custom', path: ['amount'], message: 'is negative' });
  return { minorUnits, currency, from };
});
