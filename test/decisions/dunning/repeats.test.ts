import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { arrangement, day, facts, invoice, payment, policy } from '../../builders.ts';
import { lastNight, toldOf } from '../nights.ts';

const weekly = {
  name: 'reminder',
  afterDays: 3,
  tell: ['account-manager', 'customer'],
  actions: ['call'],
  repeatEveryDays: 7,
  repeatAtMost: 2,
};
const final = { name: 'final', afterDays: 60 };
const ladder = policy({ stages: [weekly, final] });
const owing = facts({ invoices: [invoice()] });
const keysOf = ({ night }: ReturnType<typeof lastNight>) => night.notices.map(({ key }) => key);

/** The notices of every night from one day through another, each with its night. */
function toldBetween(rows: typeof owing, rules: typeof ladder, first: string, nights: number) {
  let night = lastNight(rows, rules, [first]);
  const told = keysOf(night).map((key) => `${first} ${key}`);
  for (let at = 1; at < nights; at++) {
    const asOf = addDays(day(first), at);
    night = lastNight(rows, rules, [asOf], night.next);
    told.push(...keysOf(night).map((key) => `${asOf} ${key}`));
  }
  return told;
}

describe('a stage that is told again', () => {
  test('is told every so many days, at most so often, under keys of their own', () => {
    expect(toldBetween(owing, ladder, '2026-03-01', 40)).toEqual([
      '2026-03-04 C-1|EUR|dunning|reminder|1',
      '2026-03-11 C-1|EUR|dunning|reminder|1|again-1',
      '2026-03-18 C-1|EUR|dunning|reminder|1|again-2',
    ]);
  });

  test('says all of it again: everyone, the letter and the actions', () => {
    const { night, events } = lastNight(owing, ladder, ['2026-03-04', '2026-03-11']);

    expect(night.notices).toMatchObject([
      { tell: ['account-manager', 'customer'], letter: 'reminder', actions: ['call'] },
    ]);
    expect(events.map(({ text }) => text)).toEqual([
      'reminder told again (1) to account-manager, customer: oldest overdue invoice INV-1 is 10 days past due and reminder starts at 3',
    ]);
  });

  test.each([
    { due: '2026-03-01', told: '2026-03-04', again: '2026-03-11', because: 'seven days' },
    { due: '2026-02-20', told: '2026-02-23', again: '2026-03-02', because: 'February has 28 days' },
    { due: '2024-02-20', told: '2024-02-23', again: '2024-03-01', because: 'a leap day is a day' },
    { due: '2025-12-25', told: '2025-12-28', again: '2026-01-04', because: 'a year may end' },
    { due: '2026-03-22', told: '2026-03-25', again: '2026-04-01', because: 'an hour is no day' },
  ])('due $due and told $told, it is told again on $again: $because', ({ due, told, again }) => {
    const rows = facts({ invoices: [invoice({ issuedOn: '2023-01-01', dueOn: due })] });
    const dayBefore = addDays(day(again), -1);

    expect(keysOf(lastNight(rows, ladder, [told, dayBefore]))).toEqual([]);
    expect(keysOf(lastNight(rows, ladder, [told, again]))).toHaveLength(1);
  });

  test('makes up for no missed nights, and counts from the last time', () => {
    const late = lastNight(owing, ladder, ['2026-03-04', '2026-04-20']);

    expect(keysOf(late)).toEqual(['C-1|EUR|dunning|reminder|1|again-1']);
    expect(keysOf(lastNight(owing, ladder, ['2026-04-26'], late.next))).toEqual([]);
    expect(keysOf(lastNight(owing, ladder, ['2026-04-27'], late.next))).toHaveLength(1);
  });

  test('waits through a hold, and is told once after it', () => {
    const hold = arrangement('hold', { from: '2026-03-10', until: '2026-03-25' });
    const held = facts({ invoices: [invoice()], arrangements: [hold] });

    expect(toldBetween(held, ladder, '2026-03-04', 25)).toEqual([
      '2026-03-04 C-1|EUR|dunning|reminder|1',
      '2026-03-25 C-1|EUR|dunning|reminder|1|again-1',
    ]);
  });

  test('is not told again on another stage; coming back to it starts its days anew', () => {
    const later = invoice({ invoiceId: 'INV-2', dueOn: '2026-04-20' });
    const rows = facts({
      invoices: [invoice(), later],
      payments: [payment({ minorUnits: 10_000, paidOn: '2026-05-02' })],
    });
    const onFinal = lastNight(rows, ladder, ['2026-03-04', '2026-04-30']);

    expect(toldOf(onFinal)).toEqual(['final: account-manager']);
    expect(keysOf(lastNight(rows, ladder, ['2026-05-01'], onFinal.next))).toEqual([]);
    const down = lastNight(rows, ladder, ['2026-05-02'], onFinal.next);
    expect(toldOf(down)).toEqual(['no longer final: account-manager']);
    expect(keysOf(lastNight(rows, ladder, ['2026-05-08'], down.next))).toEqual([]);
    expect(keysOf(lastNight(rows, ladder, ['2026-05-09'], down.next))).toEqual([
      'C-1|EUR|dunning|reminder|1|again-1',
    ]);
  });

  test('told before the policy said so, it counts from the day the stage was entered', () => {
    const { repeatEveryDays: _, ...once } = weekly;
    const { next } = lastNight(owing, policy({ stages: [once] }), ['2026-03-04']);

    expect(keysOf(lastNight(owing, ladder, ['2026-03-10'], next))).toEqual([]);
    expect(keysOf(lastNight(owing, ladder, ['2026-03-11'], next))).toHaveLength(1);
  });

  test('a letter that the contact cap keeps leaves under the number of its telling', () => {
    const capped = policy({ stages: [weekly] }, { contact: { minDaysBetween: 9 } });
    const nights = ['2026-03-04', '2026-03-11', '2026-03-13'];

    expect(keysOf(lastNight(owing, capped, nights))).toEqual([
      'C-1|EUR|dunning|reminder|1|again-1|letter',
    ]);
  });

  test('each invoice is told again by its own days where each climbs by itself', () => {
    const byInvoice = policy({ scope: 'invoice', stages: [weekly] });
    const rows = facts({
      invoices: [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-03' })],
    });

    expect(toldBetween(rows, byInvoice, '2026-03-04', 12)).toEqual([
      '2026-03-04 C-1|EUR|dunning|reminder|1|INV-1',
      '2026-03-06 C-1|EUR|dunning|reminder|1|INV-2',
      '2026-03-11 C-1|EUR|dunning|reminder|1|INV-1|again-1',
      '2026-03-13 C-1|EUR|dunning|reminder|1|INV-2|again-1',
    ]);
  });
});
