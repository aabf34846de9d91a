import { z } from 'zod';
import { CalendarDate } from '../../../ledger/calendar-date.ts';
import { CustomerId } from '../../../ledger/customer.ts';
import { SourceFacts } from '../../../ledger/source-facts.ts';
import type { StoredPart } from '../../../run/loaded-customer.ts';
import type { PartPlace } from '../../../run/pull/pull-ports.ts';
import { encodeKey } from '../keys.ts';
import { unpackRows } from '../packed-rows.ts';

const PREFIX = 'now:facts:';
/** Encoded ids and names hold neither: what comes after `|` is the id in the source. */
const isTail = (rowKey: string): boolean => /:part\d+$/.test(rowKey);

/** Facts of a customer that the source knows by another id have that in their key. */
export const factsKey = (source: string, { id, customerId }: PartPlace): string =>
  `${PREFIX}${encodeKey(source)}${id === customerId ? '' : `|${encodeKey(id)}`}`;

const FactsText = z.object({
  asOf: CalendarDate,
  source: z.string(),
  id: CustomerId,
  facts: SourceFacts,
});

/** Rows of before receipts do not say whose they are; the next pull writes them anew. */
const isOfBefore = (value: unknown): boolean =>
  !z.object({ source: z.string() }).safeParse(value).success;

export const factsText = (part: StoredPart): string => JSON.stringify(part);

export const readFacts = (rows: readonly { readonly rowKey: string }[]): StoredPart[] =>
  rows
    .filter(({ rowKey }) => rowKey.startsWith(PREFIX) && !isTail(rowKey))
    .map(({ rowKey }): unknown => JSON.parse(unpackRows(rowKey, rows) ?? ''))
    .filter((value) => !isOfBefore(value))
    .map((value) => FactsText.parse(value));
