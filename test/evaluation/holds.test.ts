import { describe, expect, test } from 'vitest';
import { dayAfter, daysHeld, heldSpans, holdsOf } from '../../shared/evaluation/holds.ts';
import { dayNumber, dayOfNumber } from '../../shared/ledger/calendar-date.ts';
import { arrangement, day } from '../builders.ts';

const hold = (from: string, until?: string, over: object = {}) =>
  arrangement('hold', { from, until, ...over });
const march = hold('2026-03-05', '2026-03-15');
const start = dayNumber(day('2026-03-01'));
const tenth = [march];

describe('dayAfter', () => {
  test.each([
    { days: 4, holds: tenth, is: '2026-03-05', because: 'it comes on the first held day' },
    { days: 5, holds: tenth, is: '2026-03-16', because: 'ten held days do not count' },
    { days: -3, holds: tenth, is: '2026-02-26', because: 'before the start nothing is held' },
    {
      days: 5,
      holds: [march, hold('2026-03-10', '2026-03-12')],
      is: '2026-03-16',
      because: 'a day held twice is one day',
    },
    {
      days: 8,
      holds: [march, hold('2026-03-17', '2026-03-20')],
      is: '2026-03-22',
      because: 'a second hold adds its own days',
    },
    {
      days: 2,
      holds: [hold('2026-02-20', '2026-03-03')],
      is: '2026-03-05',
      because: 'of a hold that began earlier only the days since the start count',
    },
    {
      days: 5,
      holds: [hold('2026-03-05')],
      is: '2026-04-01',
      because: 'one without an end keeps the day ahead of tonight',
    },
  ])('$days days after 1 March it is $is: $because', ({ days, holds, is }) => {
    const { customer } = holdsOf(holds, day('2026-03-31'));

    expect(dayOfNumber(dayAfter(start, days, customer))).toBe(is);
  });
});

describe('holdsOf', () => {
  test('a hold is in force until the day before its end', () => {
    expect(holdsOf([march], day('2026-03-14')).onCustomer).toEqual(march);
    expect(holdsOf([march], day('2026-03-15')).onCustomer).toBeUndefined();
  });

  test('an invoice is held by its own hold and by the one on the customer', () => {
    const own = hold('2026-03-20', '2026-03-25', { invoiceId: 'INV-1' });
    const asOf = day('2026-03-22');
    const holds = holdsOf([own, march], asOf);

    expect(daysHeld(start, dayNumber(asOf), heldSpans(holds, 'INV-1'))).toBe(12);
    expect(daysHeld(start, dayNumber(asOf), heldSpans(holds, 'INV-2'))).toBe(10);
    expect([...holds.onInvoice.keys()]).toEqual(['INV-1']);
  });
});
