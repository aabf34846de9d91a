import { z } from 'zod';
import type { Delivered } from '../../../decisions/circumstances.ts';
import { CalendarDate } from '../../../ledger/calendar-date.ts';
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

export function readDelivered(rows: readonly { readonly rowKey: string }[]): Delivered {
  const letters = rows
    .filter(isDeliveredRow)
    .map((row) => DeliveredText.parse(JSON.parse(unpackRows(row.rowKey, [row]) ?? '')));
  return Object.fromEntries(
    letters.flatMap(({ on, noticeKeys }) => noticeKeys.map((key) => [key, on])),
  );
}
