import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { type Invoice, InvoiceId } from '../../ledger/invoice.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { minorUnitsOf } from './amount.ts';

const Cells = z.object({
  invoiceId: InvoiceId,
  customerId: CustomerId,
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  amount: z.string(),
  currency: CurrencyCode,
  appliesTo: InvoiceId.optional(),
  description: z.string().optional(),
});

/** A row of invoices.csv. */
export const InvoiceRow = Cells.transform(
  ({ invoiceId, issuedOn, dueOn, amount, currency, appliesTo }, context): Invoice => ({
    invoiceId,
    issuedOn,
    dueOn,
    minorUnits: minorUnitsOf('amount', amount, currency, context),
    currency,
    appliesTo,
  }),
);
