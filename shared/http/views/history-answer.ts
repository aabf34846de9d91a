import { z } from 'zod';
import { reportedReason } from '../../languages/en.ts';
import type { Language } from '../../languages/language.ts';
import { addDays, type CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import type { HistoryRow, People } from '../../run/desk/people-port.ts';
import type { HistoryAnswer } from '../shapes/history.ts';
import { placeIn, tokenOf } from '../token.ts';
import { saidIn } from './said-in.ts';

const EVENTS_SHOWN = 100;
/** A table is only read forwards, so the past is read in spans, the newest first. */
const SPANS_IN_DAYS = [400, 4_000, 40_000];
const AFTER_ALL = ';';

/** Keys of rows hold nothing else, and a filter takes nothing else. */
const Key = z.string().regex(/^[!-~]{0,1000}$/);

/** Newest first. A night's events stay together, so a page may be a few longer. */
export async function historyAnswer(
  customerId: CustomerId,
  lastDay: CalendarDate,
  after: string | undefined,
  language: Language,
  people: People,
): Promise<z.input<typeof HistoryAnswer>> {
  let before = after === undefined ? AFTER_ALL : placeIn(Key, after);
  const rows: HistoryRow[] = [];
  for (const days of SPANS_IN_DAYS) {
    const from = fromOf(lastDay, days);
    if (from >= before) continue;
    rows.push(...(await people.history(customerId, from, before)).toReversed());
    before = from;
    if (countOf(rows) >= EVENTS_SHOWN) break;
  }
  const shown = firstRows(rows);
  const last = shown.at(-1);
  const isMore = last !== undefined && (shown.length < rows.length || before !== '');
  return {
    events: shown.flatMap(({ events }) =>
      events.toReversed().map((each) => eventView(each, language)),
    ),
    ...(isMore && { next: tokenOf(last.key) }),
  };
}

const fromOf = (lastDay: CalendarDate, days: number): string =>
  days > 30_000 ? '' : addDays(lastDay, -days);

const countOf = (rows: readonly HistoryRow[]): number =>
  rows.reduce((sum, { events }) => sum + events.length, 0);

function firstRows(rows: readonly HistoryRow[]): HistoryRow[] {
  let count = 0;
  return rows.filter(({ events }) => {
    const isShown = count < EVENTS_SHOWN;
    count += events.length;
    return isShown;
  });
}

function eventView(event: HistoryRow['events'][number], language: Language) {
  const { on, at, kind, text, by, currency, reason, from, stage, tell } = event;
  return {
    on,
    at: at ?? null,
    kind,
    text,
    because:
      reason === undefined
        ? null
        : saidIn({ because: reportedReason(reason), reason }, language).because,
    language: reason === undefined ? ('en' as const) : language,
    from: from ?? null,
    stage: stage ?? null,
    tell: tell ?? [],
    by: by ?? null,
    currency: currency ?? null,
  };
}
