import { z } from 'zod';
import { CalendarDate } from '../../../ledger/calendar-date.ts';
import type { Delivery } from '../../../run/loaded-customer.ts';
import { type PackedRow, packRow, unpackRows } from '../packed-rows.ts';

/** Among the rows that a night reads of a customer, one for each letter that was sent. */
const PREFIX = 'now:delivered:';

const DeliveredText = z.object({ on: CalendarDate, noticeKeys: z.array(z.string()) });

export const deliveredRow = (
  emailId: string,
  noticeKeys: readonly string[],
  on: CalendarDate,
): PackedRow => packRow(`${PREFIX}${emailId}`, JSON.stringify({ on, noticeKeys }));

export const isDeliveredRow = ({ rowKey }: { readonly rowKey: string }): boolean =>
  rowKey.startsWith(PREFIX);

export const readDeliveries = (rows: readonly { readonly rowKey: string }[]): Delivery[] =>
  rows.filter(isDeliveredRow).map((row) => ({
    ...DeliveredText.parse(JSON.parse(unpackRows(row.rowKey, [row]) ?? '')),
    key: row.rowKey,
  }));
