import type { DayOff } from '../../policy/work-calendar.ts';
import { becauseOf } from '../because-of.ts';
import type { CustomerNight } from '../customer-night.ts';

/** What is not told tonight because the day is not worked. */
export const putOff = (
  key: string,
  { because, until }: DayOff,
): CustomerNight['suppressed'][number] => ({
  key,
  ...becauseOf([...because, { key: 'told-on', day: until }]),
  waitsFor: 'working-day',
});
