import { describe, expect, test } from 'vitest';
import { Policy } from '../../shared/policy/policy.ts';
import { dayOffOn } from '../../shared/policy/work-calendar.ts';
import { day } from '../builders.ts';

const reseller = (over: object = {}) => Policy.parse({ reseller: over }).reseller;
const offOn = (date: string, country: string | undefined, over: object = {}) =>
  dayOffOn(day(date), country, reseller(over));

describe('dayOffOn', () => {
  test.each([
    { on: '2026-03-06', until: undefined, because: 'a Friday is worked' },
    { on: '2026-03-07', until: '2026-03-09', because: 'a Saturday is not' },
    { on: '2026-03-08', until: '2026-03-09', because: 'nor a Sunday, clocks changed or not' },
    { on: '2026-03-29', until: '2026-03-30', because: 'the day European summer time begins' },
    { on: '2026-10-25', until: '2026-10-26', because: 'and the day it ends are Sundays' },
    { on: '2024-02-29', until: undefined, because: 'a leap day can be worked' },
    { on: '2026-02-28', until: '2026-03-02', because: 'a February may end on a Saturday' },
    { on: '2026-04-03', until: undefined, because: 'Good Friday is worked in the Netherlands' },
    { on: '2026-04-06', until: '2026-04-07', because: 'Easter Monday is not' },
    { on: '2026-04-04', until: '2026-04-07', because: 'days off in a row are passed over' },
    { on: '2026-12-25', until: '2026-12-28', because: 'Christmas reaches into a weekend' },
    { on: '2026-12-31', until: undefined, because: 'the last day of a year is worked' },
    { on: '2027-01-01', until: '2027-01-04', because: 'the first is not' },
    { on: '1969-12-27', until: '1969-12-29', because: 'days before 1970 have weekdays too' },
  ])('in the Netherlands on $on it waits until $until: $because', ({ on, until }) => {
    expect(offOn(on, 'NL')?.until).toBe(until);
  });

  test.each([
    { on: '2026-04-03', country: 'DE', off: true, because: 'Good Friday is a holiday in Germany' },
    { on: '2026-03-20', country: 'JP', off: true, because: 'the equinox is one in Japan' },
    { on: '2026-03-20', country: 'TR', off: true, because: 'Ramazan Bayramı has three days' },
    { on: '2026-11-26', country: 'US', off: true, because: 'Thanksgiving is a Thursday' },
    { on: '2026-11-26', country: 'nl', off: false, because: 'elsewhere it is not' },
    { on: '2026-04-06', country: 'nl', off: true, because: 'a code may be in small letters' },
    { on: '2026-04-06', country: undefined, off: false, because: 'no country has no holidays' },
    { on: '2026-04-06', country: 'XX', off: false, because: 'nor has one that is none' },
    { on: '2026-04-06', country: 'Netherlands', off: false, because: 'nor a name' },
  ])('on $on in $country a day off is $off: $because', ({ on, country, off }) => {
    expect(offOn(on, country) !== undefined).toBe(off);
  });

  test('a holiday of several days is one on each of them', () => {
    const bayram = ['2026-05-27', '2026-05-28', '2026-05-29'].map((on) => offOn(on, 'TR')?.until);

    expect(bayram).toEqual(['2026-06-01', '2026-06-01', '2026-06-01']);
  });

  test("the reseller's own days count everywhere, and the reason names them", () => {
    const own = { workingDays: ['sun', 'mon', 'tue', 'wed', 'thu'], holidays: ['2026-03-08'] };

    expect(offOn('2026-03-06', undefined, own)).toEqual({
      because: [{ key: 'weekday', day: '2026-03-06' }],
      until: '2026-03-09',
    });
    expect(offOn('2026-03-08', undefined, own)?.because).toEqual([
      { key: 'our-holiday', day: '2026-03-08' },
    ]);
    expect(offOn('2026-04-06', 'NL')?.because).toMatchObject([
      { key: 'public-holiday', day: '2026-04-06', name: 'Easter Monday', country: 'NL' },
    ]);
  });

  test('a calendar without an end waits for sixty days', () => {
    const holidays = Array.from({ length: 400 }, (_, at) =>
      new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    );

    expect(offOn('2026-01-05', undefined, { holidays })?.until).toBe('2026-03-06');
  });
});
