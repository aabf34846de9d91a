import type { DayOff } from '../policy/work-calendar.ts';
import type { CustomerNight } from './customer-night.ts';

/** What is not told tonight because the day is not worked. */
export const putOff = (
  key: string,
  { because, until }: DayOff,
): CustomerNight['suppressed'][number] => ({
  key,
  because: `${because}, and it is told on ${until} if it is still so`,
  waitsFor: 'working-day',
});
