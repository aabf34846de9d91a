import { type CalendarDate, monthOf } from '../../ledger/calendar-date.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import { fromReadings } from './from-readings.ts';
import { type ReadingsByPart, readingsOf } from './kept-readings.ts';

/**
 * The facts with what the readings say each day up to the night's cost. A month of which a source tells the days
 * themselves is its alone: the same spend told twice would count twice.
 */
export function withSpendOf(
  facts: CustomerFacts,
  kept: ReadingsByPart | undefined,
  asOf: CalendarDate,
): CustomerFacts {
  if (kept === undefined) return facts;
  const told = new Set(facts.spend.map(monthKey));
  const found = Object.values(kept)
    .flatMap((currencies) => currencies.flatMap((each) => fromReadings(readingsOf(each))))
    .filter((row) => row.date <= asOf && !told.has(monthKey(row)));
  return found.length === 0 ? facts : { ...facts, spend: [...facts.spend, ...found] };
}

const monthKey = ({ date, currency }: DailySpend): string => `${currency} ${monthOf(date)}`;
