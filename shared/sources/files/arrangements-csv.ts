import { z } from 'zod';
import { Arrangement } from '../../ledger/arrangement.ts';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { InvoiceId } from '../../ledger/invoice.ts';
import { type CurrencyCode, fromDecimal } from '../../ledger/money.ts';

const Cells = z.object({
  kind: Arrangement.shape.kind,
  customerId: CustomerId,
  invoiceId: InvoiceId.optional(),
  from: CalendarDate,
  until: CalendarDate.optional(),
  amount: z.string().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
});

/** A row of arrangements.csv. Its amount stays text: the currency is in another file. */
export const ArrangementRow = Cells.transform((row, context) => {
  const { kind, from, until } = row;
  if (kind === 'promise' && until === undefined)
    context.addIssue({ code: 'custom', path: ['until'], message: 'is empty, and a promise ends' });
  if (until !== undefined && until < from)
    context.addIssue({ code: 'custom', path: ['until'], message: `is before "${from}" in from` });
  return row;
});
export type ArrangementRow = z.infer<typeof ArrangementRow>;

/** What the row says in the currency of the invoice it names, or else of its customer. */
export const toArrangement = (row: ArrangementRow, currency: CurrencyCode): Arrangement => ({
  kind: row.kind,
  invoiceId: row.invoiceId,
  from: row.from,
  until: row.until,
  minorUnits: row.amount === undefined ? undefined : fromDecimal(row.amount, currency).minorUnits,
  currency,
  by: row.by,
  reason: row.reason,
});
