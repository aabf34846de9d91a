import { describe, expect, test } from 'vitest';
import { chargeDay } from '../../../shared/sources/focus/charge-day.ts';

describe('chargeDay', () => {
  test.each([
    { text: '2026-03-17', day: '2026-03-17', because: 'a day is a day' },
    { text: '2026-03-17T00:00Z', day: '2026-03-17', because: 'exports leave the seconds out' },
    { text: '2026-03-17T23:59:59.9999999Z', day: '2026-03-17', because: 'or write a lot of them' },
    { text: '2026-03-17 22:00:00', day: '2026-03-17', because: 'without a zone it is UTC' },
    {
      text: '2026-03-18T00:30:00+02:00',
      day: '2026-03-17',
      because: 'in UTC it is the day before',
    },
    {
      text: '2026-03-31T22:00:00-05:00',
      day: '2026-04-01',
      because: 'in UTC it is the next month',
    },
  ])('$text is charged on $day: $because', ({ text, day }) => {
    expect(chargeDay(text, false)).toBe(day);
  });

  test.each([
    { text: '03/04/2026', day: '2026-03-04', because: 'Azure writes the month first' },
    { text: '3/4/2026', day: '2026-03-04', because: 'with or without zeros' },
    { text: '2026-03-04', day: '2026-03-04', because: 'newer versions write ISO days' },
  ])('in an Azure file $text is $day: $because', ({ text, day }) => {
    expect(chargeDay(text, true)).toBe(day);
  });

  test.each([
    { text: '2026-02-30', isMonthFirst: false, reason: 'is no day of the calendar' },
    { text: '30/03/2026', isMonthFirst: true, reason: 'is no day of the calendar' },
    { text: '03/04/2026', isMonthFirst: false, reason: 'expected an instant' },
    { text: '17.03.2026', isMonthFirst: true, reason: 'expected an instant' },
    { text: '2026-03-17T25:00:00+01:00', isMonthFirst: false, reason: 'is no time' },
    { text: '00:00.0', isMonthFirst: true, reason: 'expected an instant' },
  ])('refuses $text: $reason', ({ text, isMonthFirst, reason }) => {
    expect(() => chargeDay(text, isMonthFirst)).toThrow(reason);
  });
});
