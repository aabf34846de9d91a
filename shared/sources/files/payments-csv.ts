import { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import { InvoiceId, type Payment } from '../../ledger/invoice.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { minorUnitsOf } from './amount.ts';
import { BookedDay } from './booked-day.ts';

const Cells = z.object({
  paymentId: z.string(),
  customerId: CustomerId,
  paidOn: BookedDay,
  amount: z.string(),
  currency: CurrencyCode,
  invoiceId: InvoiceId.optional(),
});

/** A row of payments.csv. The invoice it names may be one that nobody has heard of. */
export const PaymentRow = Cells.transform(
  ({ paymentId, paidOn, amount, currency, invoiceId }, context): Payment => ({
    paymentId,
    paidOn,
    minorUnits: minorUnitsOf('amount', amount, currency, context),
    currency,
    invoiceId,
  }),
);
