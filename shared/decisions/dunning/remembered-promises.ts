import { promiseKey } from '../../evaluation/promises.ts';
import type { Arrangement } from '../../ledger/arrangement.ts';
import { addDays, type CalendarDate } from '../../ledger/calendar-date.ts';

/** A source that loses a promise for a while and finds it again must not have it told again. */
const DAYS_KEPT = 400;

/**
 * Of the keys of promises that were told to be kept or broken, those still to be remembered: sources
 * name them, or their day is not long past. Others are told no more, and would add up over the years.
 */
export function rememberedPromises(
  settled: readonly string[],
  arrangements: readonly Arrangement[],
  asOf: CalendarDate,
): string[] {
  const named = arrangements.filter(({ kind }) => kind === 'promise').map(promiseKey);
  const since = addDays(asOf, -DAYS_KEPT);
  return settled.filter(
    (key) => untilOf(key) >= since || named.some((each) => key.endsWith(`|${each}`)),
  );
}

/** A key ends with the day and the amount of its promise; see promiseKey. */
const untilOf = (key: string): string => key.split('|').at(-2) ?? '';
