import { z } from 'zod';
import {
  addDays,
  CalendarDate,
  dayInZone,
  dayNumber,
  dayOfNumber,
} from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { MonthToDateReading } from '../../ledger/spend.ts';

/** More than a year, so that a month can be held against the same month a year ago. */
const DAYS_KEPT = 400;

/** The readings of one currency from a day on, a day each; `null` where there was none. */
export const KeptReadings = z.object({
  currency: CurrencyCode,
  from: CalendarDate,
  minorUnits: z.array(z.int().nullable()),
  /** Of the newest: who tells the same instant again has no news. */
  modifiedAt: z.iso.datetime().optional(),
});
export type KeptReadings = z.infer<typeof KeptReadings>;

/** By what tells them: a source, and the id it has for the customer. */
export const ReadingsByPart = z.record(z.string(), z.array(KeptReadings));
export type ReadingsByPart = z.infer<typeof ReadingsByPart>;

type PartReadings = { readonly part: string; readonly readings: readonly MonthToDateReading[] };

/** What was kept, with tonight's readings: kept twice, they are kept once. */
export function readingsKept(
  before: ReadingsByPart | undefined,
  tonight: readonly PartReadings[],
): ReadingsByPart | undefined {
  if (before === undefined && tonight.every(({ readings }) => readings.length === 0)) return before;
  const kept = { ...before };
  for (const { part, readings } of tonight)
    kept[part] = readings.reduce(withReading, kept[part] ?? []);
  return kept;
}

function withReading(all: readonly KeptReadings[], reading: MonthToDateReading): KeptReadings[] {
  const { currency } = reading;
  const known = all.find((each) => each.currency === currency);
  if (known === undefined) return [...all, withDay(emptyOf(reading), reading)];
  if (isRepeated(known, reading)) return [...all];
  return all.map((each) => (each === known ? withDay(known, reading) : each));
}

/**
 * A day's sum is of the UTC day on which it was last reckoned: a portal that is read on the first of
 * a month may still tell the month before.
 */
const dayOf = ({ date, modifiedAt }: MonthToDateReading): CalendarDate =>
  modifiedAt === undefined ? date : dayInZone(new Date(modifiedAt), 'UTC');

const emptyOf = (reading: MonthToDateReading): KeptReadings => ({
  currency: reading.currency,
  from: dayOf(reading),
  minorUnits: [],
});

const isRepeated = (known: KeptReadings, { modifiedAt }: MonthToDateReading): boolean =>
  modifiedAt !== undefined && modifiedAt === known.modifiedAt;

/** One that comes late fills its day where that is empty, and never replaces what is newer. */
function withDay(known: KeptReadings, reading: MonthToDateReading): KeptReadings {
  const day = dayNumber(dayOf(reading));
  const at = day - dayNumber(known.from);
  const isLate = isOlder(reading, known, at);
  if (isLate && (known.minorUnits[at] ?? null) !== null) return known;
  if (known.minorUnits.length - at > DAYS_KEPT) return known;

  const minorUnits: (number | null)[] =
    at < 0 ? [...nothingFor(-at), ...known.minorUnits] : [...known.minorUnits];
  while (minorUnits.length < at) minorUnits.push(null);
  minorUnits[Math.max(at, 0)] = reading.minorUnits;
  const dropped = Math.max(minorUnits.length - DAYS_KEPT, 0);
  const from = at < 0 ? dayOfNumber(day) : known.from;
  const { modifiedAt = known.modifiedAt } = isLate ? known : reading;
  return {
    currency: known.currency,
    from: addDays(from, dropped),
    minorUnits: minorUnits.slice(dropped),
    ...(modifiedAt !== undefined && { modifiedAt }),
  };
}

const nothingFor = (days: number): null[] => new Array<null>(days).fill(null);

function isOlder({ modifiedAt }: MonthToDateReading, known: KeptReadings, at: number): boolean {
  if (modifiedAt !== undefined && known.modifiedAt !== undefined)
    return Date.parse(modifiedAt) < Date.parse(known.modifiedAt);
  return at < known.minorUnits.length - 1;
}

/** What is kept as readings again, oldest first. */
export const readingsOf = ({ currency, from, minorUnits }: KeptReadings): MonthToDateReading[] =>
  minorUnits.flatMap((each, at) =>
    each === null ? [] : [{ date: addDays(from, at), minorUnits: each, currency }],
  );

/** The same readings, kept in two places for a while: a day that both have is `newer`'s. */
export function joinedReadings(older: ReadingsByPart, newer: ReadingsByPart): ReadingsByPart {
  const parts = Object.entries(newer).map(([part, readings]) => {
    const all = [...(older[part] ?? []), ...readings].flatMap(readingsOf);
    return [part, all.reduce(withReading, [])] as const;
  });
  return { ...older, ...Object.fromEntries(parts) };
}
