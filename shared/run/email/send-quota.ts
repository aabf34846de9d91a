import { z } from 'zod';

/** How many e-mails may leave in any minute and in any hour; undefined: any number. */
export type SendLimits = {
  readonly perMinute: number | undefined;
  readonly perHour: number | undefined;
};

/** What all workers together know of the pace of sending. */
export const Pace = z.object({
  /** How many left in which second, oldest first, as far back as a limit looks. */
  sent: z.array(z.tuple([z.int(), z.int()])).default([]),
  /** The transport takes nothing before. */
  closedUntil: z.iso.datetime().optional(),
  /** The wake-up that is to come next, and when a worker is woken by it. */
  wake: z.object({ id: z.uuid(), at: z.iso.datetime() }).optional(),
  /** The last wake-ups that came: one that came before it was noted is not to come any more. */
  woken: z.array(z.uuid()).default([]),
});
export type Pace = z.infer<typeof Pace>;

const MINUTE = 60;
const HOUR = 3600;

/** The first instant at which one more may leave: now, or when an earlier one no longer counts. */
export function nextSlot({ sent, closedUntil }: Pace, limits: SendLimits, now: Date): Date {
  const ends = [
    now.getTime(),
    closedUntil === undefined ? 0 : Date.parse(closedUntil),
    1000 * freeAt(sent, limits.perMinute, MINUTE, now),
    1000 * freeAt(sent, limits.perHour, HOUR, now),
  ];
  return new Date(Math.max(...ends));
}

function freeAt(sent: Pace['sent'], limit: number | undefined, seconds: number, now: Date): number {
  if (limit === undefined) return 0;
  const counted = sent.filter(([second]) => second > Math.floor(now.getTime() / 1000) - seconds);
  let left = counted.reduce((sum, [, count]) => sum + count, 0);
  if (left < limit) return 0;
  for (const [second, count] of counted) {
    left -= count;
    if (left < limit) return second + seconds;
  }
  return 0;
}

/**
 * The pace with one more that leaves now; undefined where it may not. It counts until the end of
 * its second, so no minute and no hour, wherever it begins, holds more than its limit.
 */
export function withSlot(pace: Pace, limits: SendLimits, now: Date): Pace | undefined {
  if (nextSlot(pace, limits, now) > now) return undefined;
  const second = Math.ceil(now.getTime() / 1000);
  const recent = pace.sent.filter(([each]) => each > second - 1 - HOUR);
  const last = recent.at(-1);
  const sent: Pace['sent'] =
    last?.[0] === second
      ? [...recent.slice(0, -1), [second, last[1] + 1]]
      : [...recent, [second, 1]];
  return { ...pace, sent };
}
