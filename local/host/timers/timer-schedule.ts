import { Cron } from 'croner';
import { HostError } from '../host-error.ts';

/** An NCRONTAB expression: six fields with seconds, or five without, in UTC. */
export type TimerSchedule = {
  /** The first occurrence strictly after an instant. */
  next(after: Date): Date;
  /** The platform keeps no status for what fires more than once a minute. */
  readonly isMonitored: boolean;
};

const FIELDS = /^[\d*,/\-A-Za-z]+(?:\s+[\d*,/\-A-Za-z]+){4,5}$/;
/** Every minute at the least, and within it more than one second. */
const MORE_THAN_ONCE_A_MINUTE = /^\S*[*,/-]\S*(?:\s+\*){5}$/;

export function readSchedule(text: string): TimerSchedule {
  const expression = text.trim();
  const cron = FIELDS.test(expression) ? parse(expression) : undefined;
  const first = cron?.nextRun(new Date(0));
  if (cron === undefined || first === null || first === undefined)
    throw new HostError(
      `Cannot schedule "${text}": use six fields such as "0 30 2 * * *" (second, minute, hour, day, month, day of week), in UTC`,
    );
  return {
    isMonitored: !MORE_THAN_ONCE_A_MINUTE.test(expression),
    next: (after) => cron.nextRun(after) ?? new Date(8.64e15),
  };
}

/** As NCrontab reads them: `5/10` counts on from 5, and day and weekday must both hold. */
function parse(expression: string): Cron | undefined {
  try {
    return new Cron(expression, {
      mode: '5-or-6-parts',
      utcOffset: 0,
      domAndDow: true,
      sloppyRanges: true,
      paused: true,
    });
  } catch {
    return undefined;
  }
}
