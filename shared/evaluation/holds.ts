import type { Arrangement } from '../ledger/arrangement.ts';
import { type CalendarDate, dayNumber } from '../ledger/calendar-date.ts';
import { inForce } from './in-force.ts';

/** Days from `from` up to the day before `until`, as day numbers. */
export type Span = { readonly from: number; readonly until: number };

/** Days a customer, or an invoice besides, was held up to tonight, and what holds tonight. */
export type Holds = {
  readonly customer: readonly Span[];
  /** The invoices that ever had a hold of their own; the customer's spans are in theirs. */
  readonly byInvoice: ReadonlyMap<string, readonly Span[]>;
  readonly onCustomer: Arrangement | undefined;
  readonly onInvoice: ReadonlyMap<string, Arrangement>;
};

const NO_HOLDS: Holds = {
  customer: [],
  byInvoice: new Map(),
  onCustomer: undefined,
  onInvoice: new Map(),
};

export function holdsOf(arrangements: readonly Arrangement[], asOf: CalendarDate): Holds {
  const holds = arrangements.filter(({ kind }) => kind === 'hold').sort(byStart);
  if (holds.length === 0) return NO_HOLDS;

  const spansOf = (id: string | undefined): readonly Span[] =>
    merged(
      holds
        .filter(({ invoiceId }) => invoiceId === undefined || invoiceId === id)
        .map((hold) => spanOf(hold, dayNumber(asOf))),
    );
  const holdTonight = inForce('hold', holds, asOf);
  const named = holds.flatMap(({ invoiceId }) => invoiceId ?? []);
  return {
    customer: spansOf(undefined),
    byInvoice: new Map(named.map((id) => [id, spansOf(id)])),
    onCustomer: holdTonight.find(({ invoiceId }) => invoiceId === undefined),
    onInvoice: new Map(
      holdTonight.flatMap((each) => (each.invoiceId ? [[each.invoiceId, each]] : [])),
    ),
  };
}

/** The days during which the clock of an invoice stood still. */
export const heldSpans = (holds: Holds, invoiceId: string): readonly Span[] =>
  holds.byInvoice.get(invoiceId) ?? holds.customer;

/**
 * The first day on which `days` days that were not held lie behind `start`: a hold freezes the clock.
 * Once that day has come a later hold does not undo it.
 */
export function dayAfter(start: number, days: number, held: readonly Span[]): number {
  let day = start + days;
  for (const span of held) {
    const from = Math.max(span.from, start);
    if (from >= day) break;
    day += Math.max(span.until - from, 0);
  }
  return day;
}

/** The days of `held` from `start` up to the day before `end`. */
export const daysHeld = (start: number, end: number, held: readonly Span[]): number =>
  held.reduce(
    (sum, { from, until }) => sum + Math.max(Math.min(until, end) - Math.max(from, start), 0),
    0,
  );

const spanOf = ({ from, until }: Arrangement, asOfDay: number): Span => ({
  from: dayNumber(from),
  until: until === undefined ? asOfDay : Math.min(dayNumber(until), asOfDay),
});

/** Of spans in order of their start: a day held twice is one day. */
function merged(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (span.until <= span.from) continue;
    if (last === undefined || span.from > last.until) apart.push(span);
    else apart[apart.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return apart;
}

function byStart(a: Arrangement, b: Arrangement): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return `${a.until}${a.reason}` < `${b.until}${b.reason}` ? -1 : 1;
}
