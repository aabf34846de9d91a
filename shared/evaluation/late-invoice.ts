import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { OpenSpan } from './open-spans.ts';

/** An invoice and what was open of it on the days after its due date. */
export type LateInvoice = {
  readonly invoice: Invoice;
  readonly spans: readonly OpenSpan[];
  /** Left to pay tonight. */
  readonly open: number;
  readonly paidOn: CalendarDate | undefined;
  readonly wasDisputed: boolean;
};
