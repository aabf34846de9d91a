import { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import { type Invoice, InvoiceId } from '../../ledger/invoice.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { minorUnitsOf } from './amount.ts';
import { BookedDay } from './booked-day.ts';

const Cells = z.object({
  invoiceId: InvoiceId,
  customerId: CustomerId,
  issuedOn: BookedDay,
  dueOn: BookedDay,
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
