import { describe, expect, test } from 'vitest';
import {
  arrangement,
  budget,
  day,
  facts,
  invoice,
  payment,
  policy,
  spend,
} from '../../builders.ts';
import { digestOf } from '../email/digest-of.ts';
import { TONIGHT } from '../night-builders.ts';
import { becauseOf, lastNight, stageOf, toldOf } from '../nights.ts';

const stages = [
  { name: 'reminder', afterDays: 3, tell: ['account-manager', 'customer'] },
  { name: 'final', afterDays: 10, tell: ['account-manager', 'customer'] },
];
const weekdays = (ladder: object = {}, contact: object = {}) =>
  policy({ stages, ...ladder }, { contact: { workingDaysOnly: true, ...contact } });
/** Due so that the reminder comes on the day named. */
const remindedOn = (date: string) =>
  invoice({
    issuedOn: '2023-01-01',
    dueOn: new Date(Date.parse(date) - 3 * 86_400_000).toISOString().slice(0, 10),
  });
const dutch = { country: 'NL' };
const SATURDAY = '2026-03-07';
const owing = facts({ invoices: [remindedOn(SATURDAY)], customer: dutch });

describe('a stage reached on a day that is not worked', () => {
  const saturday = lastNight(owing, weekdays(), [SATURDAY]);

  test('is reached, and nobody is told', () => {
    expect(stageOf(saturday)).toBe('reminder');
    expect(becauseOf(saturday)).toBe(
      'oldest overdue invoice INV-1 is 3 days past due and reminder starts at 3',
    );
    expect(toldOf(saturday)).toEqual([]);
    expect(saturday.writeLetter).toBe(false);
  });

  test('is visibly put off, with the day it will be told', () => {
    expect(saturday.night.suppressed).toMatchObject([
      {
        key: 'C-1|EUR|dunning|reminder|1',
        because: '2026-03-07 is a Saturday, and it is told on 2026-03-09 if it is still so',
        waitsFor: 'working-day',
      },
    ]);
    expect(saturday.events.map(({ kind }) => kind)).toEqual([
      'episode-started',
      'stage-up',
      'notice-put-off',
    ]);
    expect(lastNight(owing, weekdays(), ['2026-03-08'], saturday.next)).toMatchObject({
      events: [],
      night: { suppressed: [{ key: 'C-1|EUR|dunning|reminder|1' }] },
    });
  });

  test('makes no digest that night', () => {
    const manager = { email: 'ana@kestrel.example', role: 'account-manager' } as const;

    expect(
      digestOf(manager, [saturday.night], { ...TONIGHT, asOf: day(SATURDAY) }),
    ).toBeUndefined();
  });

  test.each([
    { reached: SATURDAY, told: '2026-03-09', country: 'NL', because: 'after the weekend' },
    { reached: '2026-03-08', told: '2026-03-09', country: 'NL', because: 'a Sunday is in it' },
    { reached: '2026-03-06', told: '2026-03-06', country: 'NL', because: 'a Friday is worked' },
    { reached: '2026-03-29', told: '2026-03-30', country: 'NL', because: 'clocks change' },
    { reached: '2026-02-28', told: '2026-03-02', country: 'NL', because: 'February ends' },
    { reached: '2024-02-29', told: '2024-02-29', country: 'NL', because: 'a leap day is worked' },
    { reached: '2026-04-04', told: '2026-04-07', country: 'NL', because: 'Easter is over' },
    { reached: '2026-04-03', told: '2026-04-03', country: 'NL', because: 'it is worked there' },
    { reached: '2026-04-03', told: '2026-04-07', country: 'DE', because: 'it is Good Friday' },
    { reached: '2025-12-25', told: '2025-12-29', country: 'NL', because: 'Christmas is over' },
    { reached: '2026-01-01', told: '2026-01-02', country: 'NL', because: 'the year has begun' },
    {
      reached: '2026-01-01',
      told: '2026-01-01',
      country: undefined,
      because: 'no country is known',
    },
  ])('on $reached in $country is told on $told: $because', ({ reached, told, country }) => {
    const rows = facts({ invoices: [remindedOn(reached)], customer: { country } });
    let night = lastNight(rows, weekdays(), [reached]);
    const nights: string[] = [];
    for (let at = 0; at < 6; at++) {
      if (toldOf(night).length > 0) nights.push(night.night.asOf);
      const next = new Date(Date.parse(reached) + (at + 1) * 86_400_000).toISOString().slice(0, 10);
      night = lastNight(rows, weekdays(), [next], night.next);
    }

    expect(nights).toEqual([told]);
  });

  test('is told on the next that is, once, under the same key', () => {
    const monday = lastNight(owing, weekdays(), ['2026-03-09'], saturday.next);

    expect(monday.night.notices).toMatchObject([
      {
        key: 'C-1|EUR|dunning|reminder|1',
        tell: ['account-manager', 'customer'],
        letter: 'reminder',
      },
    ]);
    expect(monday.night.suppressed).toEqual([]);
    expect(toldOf(lastNight(owing, weekdays(), ['2026-03-10'], monday.next))).toEqual([]);
  });

  test('is told on any day where the policy says so', () => {
    const any = weekdays({}, { workingDaysOnly: false });

    expect(toldOf(lastNight(owing, any, [SATURDAY]))).toEqual([
      'reminder: account-manager, customer',
    ]);
  });

  test('that tells nobody has nothing to put off', () => {
    const silent = weekdays({ stages: [{ name: 'reminder', afterDays: 3, tell: [] }] });
    const { night, next } = lastNight(owing, silent, [SATURDAY]);

    expect(night.suppressed).toEqual([]);
    expect(next.accounts['EUR']?.told).toEqual(['reminder']);
  });

  test('gives way to a higher one', () => {
    const nights = [SATURDAY, '2026-03-14', '2026-03-16'];

    expect(toldOf(lastNight(owing, weekdays(), nights))).toEqual([
      'final: account-manager, customer',
    ]);
  });

  test('is not told when it is not so any more', () => {
    const paid = { ...owing, payments: [payment({ minorUnits: 10_000, paidOn: '2026-03-08' })] };
    const monday = lastNight(paid, weekdays(), ['2026-03-08', '2026-03-09'], saturday.next);

    expect(stageOf(monday)).toBeUndefined();
    expect(toldOf(monday)).toEqual([]);
    expect(monday.night.suppressed).toEqual([]);
  });

  test('is told later when it comes back, as it never was', () => {
    const arrangements = [
      arrangement('dispute', { from: '2026-03-08', until: '2026-03-10', invoiceId: 'INV-1' }),
    ];
    const other = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-06' });
    const rows = { ...owing, invoices: [...owing.invoices, other], arrangements };
    const nights = [SATURDAY, '2026-03-08', '2026-03-10'];

    expect(toldOf(lastNight(rows, weekdays(), nights))).toEqual([
      'reminder: account-manager, customer',
    ]);
  });

  test('is held back by a hold that came in between, and told after it', () => {
    const arrangements = [arrangement('hold', { from: '2026-03-08', until: '2026-03-11' })];
    const rows = { ...owing, arrangements };
    const monday = lastNight(rows, weekdays(), ['2026-03-08', '2026-03-09'], saturday.next);

    expect(monday.night).toMatchObject({
      notices: [],
      suppressed: [{ because: 'on hold since 2026-03-08' }],
    });
    expect(toldOf(lastNight(rows, weekdays(), ['2026-03-11'], monday.next))).toEqual([
      'reminder: account-manager, customer',
    ]);
  });

  test('is told by invoice where each climbs by itself', () => {
    const byInvoice = weekdays({ scope: 'invoice' });
    const rows = facts({
      invoices: [remindedOn(SATURDAY), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-05' })],
    });

    const monday = lastNight(rows, byInvoice, [SATURDAY, '2026-03-08', '2026-03-09']);
    expect(monday.night.notices.map(({ key }) => key)).toEqual([
      'C-1|EUR|dunning|reminder|1|INV-1+1',
    ]);
  });
});

describe('on a day that is not worked', () => {
  test('a letter that waits for the contact cap waits on', () => {
    const capped = weekdays({}, { minDaysBetween: 9 });
    const rows = facts({ invoices: [remindedOn('2026-03-05')] });
    const waiting = lastNight(rows, capped, ['2026-03-05', '2026-03-12']);
    const saturday = lastNight(rows, capped, ['2026-03-14'], waiting.next);

    expect(saturday.night.suppressed).toMatchObject([{ waitsFor: 'working-day' }]);
    expect(toldOf(lastNight(rows, capped, ['2026-03-16'], saturday.next))).toEqual([
      'final: customer',
    ]);
  });

  test('a stage that is told again waits, and counts from the day it is told', () => {
    const every = weekdays({ stages: [{ ...stages[0], repeatEveryDays: 4 }] });
    const rows = facts({ invoices: [remindedOn('2026-03-03')] });
    const saturday = lastNight(rows, every, ['2026-03-03', SATURDAY]);

    expect(saturday.night.suppressed).toMatchObject([
      { key: 'C-1|EUR|dunning|reminder|1|again-1', waitsFor: 'working-day' },
    ]);
    const monday = lastNight(rows, every, ['2026-03-09'], saturday.next);
    expect(monday.night.notices.map(({ key }) => key)).toEqual([
      'C-1|EUR|dunning|reminder|1|again-1',
    ]);
    expect(toldOf(lastNight(rows, every, ['2026-03-12'], monday.next))).toEqual([]);
    expect(toldOf(lastNight(rows, every, ['2026-03-13'], monday.next))).toHaveLength(1);
  });

  test('a fall is told after it, as one', () => {
    const other = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-10' });
    const rows = facts({
      invoices: [remindedOn('2026-03-05'), other],
      payments: [
        payment({ minorUnits: 10_000, paidOn: '2026-03-14' }),
        payment({ paymentId: 'P-2', invoiceId: 'INV-2', minorUnits: 10_000, paidOn: '2026-03-15' }),
      ],
    });
    const friday = lastNight(rows, weekdays(), ['2026-03-05', '2026-03-13']);
    const sunday = lastNight(rows, weekdays(), ['2026-03-14', '2026-03-15'], friday.next);

    expect(sunday.night.notices).toEqual([]);
    expect(sunday.night.suppressed).toMatchObject([{ waitsFor: 'working-day' }]);
    const monday = lastNight(rows, weekdays(), ['2026-03-16'], sunday.next);
    expect(monday.night.notices).toMatchObject([
      {
        key: 'C-1|EUR|recovery|1|final|2026-03-15',
        tell: ['account-manager', 'customer'],
        letter: 'thank-you',
        because: 'no longer at final since 2026-03-15: nothing is open',
      },
    ]);
    expect(toldOf(lastNight(rows, weekdays(), ['2026-03-17'], monday.next))).toEqual([]);
  });

  test('a broken promise is history at once, and told after it', () => {
    const promise = arrangement('promise', { until: '2026-03-06', minorUnits: 9_000 });
    const rows = facts({ invoices: [invoice()], arrangements: [promise] });
    const saturday = lastNight(rows, weekdays(), ['2026-03-06', SATURDAY]);

    expect(saturday.events.map(({ kind }) => kind)).toContain('promise-broken');
    expect(saturday.night.suppressed.map(({ key }) => key)).toContain(
      'C-1|EUR|promise-broken||2026-03-05|2026-03-06|9000',
    );
    expect(toldOf(saturday)).toEqual([]);
    const monday = lastNight(rows, weekdays(), ['2026-03-08', '2026-03-09'], saturday.next);
    expect(toldOf(monday)).toContain('undefined: account-manager');
    expect(monday.events.map(({ kind }) => kind)).not.toContain('promise-broken');
    expect(toldOf(lastNight(rows, weekdays(), ['2026-03-10'], monday.next))).toEqual([]);
  });

  test('a promise broken and then paid over the weekend is not told', () => {
    const promise = arrangement('promise', { until: '2026-03-06', minorUnits: 9_000 });
    const paid = payment({ minorUnits: 9_000, paidOn: '2026-03-08' });
    const rows = facts({ invoices: [invoice()], arrangements: [promise], payments: [paid] });
    const nights = ['2026-03-06', SATURDAY, '2026-03-08', '2026-03-09'];

    expect(toldOf(lastNight(rows, weekdays(), nights))).not.toContain('undefined: account-manager');
  });

  test('an alert of a budget does not wait', () => {
    const rows = facts({ spend: [spend(SATURDAY, 90_000)], budgets: [budget(100_000)] });

    expect(toldOf(lastNight(rows, weekdays(), [SATURDAY]))).toContain('80: account-manager');
  });
});
