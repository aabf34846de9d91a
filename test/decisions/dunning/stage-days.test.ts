import { describe, expect, test } from 'vitest';
import { arrangement, facts, invoice, payment, policy } from '../../builders.ts';
import { lastNight, stageOf } from '../nights.ts';

const stages = [
  { name: 'reminder', afterDays: 3 },
  { name: 'final', afterDays: 30 },
];
const stageOn = (night: string, over: object, ladder: object) =>
  stageOf(lastNight(facts({ invoices: [invoice(over)] }), policy({ stages, ...ladder }), [night]));

describe('the day of a stage', () => {
  test.each([
    { due: '2026-03-01', night: '2026-03-03', stage: undefined, because: 'day 2 is grace' },
    { due: '2026-03-01', night: '2026-03-04', stage: 'reminder', because: 'day 3 is not' },
    { due: '2026-03-01', night: '2026-03-30', stage: 'reminder', because: 'day 29 is short' },
    { due: '2026-03-01', night: '2026-03-31', stage: 'final', because: 'of day 30' },
    { due: '2026-02-27', night: '2026-03-01', stage: undefined, because: 'February has 28 days' },
    { due: '2026-02-27', night: '2026-03-02', stage: 'reminder', because: 'so day 3 is 2 March' },
    { due: '2024-02-27', night: '2024-03-01', stage: 'reminder', because: 'a leap day is a day' },
    { due: '2025-12-30', night: '2026-01-01', stage: undefined, because: 'a year may end' },
    { due: '2025-12-30', night: '2026-01-02', stage: 'reminder', because: 'in between' },
  ])('due $due, on $night: $stage, because $because', ({ due, night, stage }) => {
    expect(stageOn(night, { dueOn: due, issuedOn: '2023-01-01' }, {})).toBe(stage);
  });

  test.each([
    { boundary: 'inclusive', night: '2026-03-04', stage: 'reminder' },
    { boundary: 'strict', night: '2026-03-04', stage: undefined },
    { boundary: 'strict', night: '2026-03-05', stage: 'reminder' },
  ])('$boundary: three days past due, on $night, is $stage', ({ boundary, night, stage }) => {
    expect(stageOn(night, {}, { boundary })).toBe(stage);
  });

  test.each([
    { basis: 'invoice-date', night: '2026-02-03', stage: undefined },
    { basis: 'invoice-date', night: '2026-02-04', stage: 'reminder' },
    { basis: 'due-date', night: '2026-02-04', stage: undefined },
  ])('by $basis, issued 2026-02-01, on $night: $stage', ({ basis, night, stage }) => {
    expect(stageOn(night, {}, { basis })).toBe(stage);
  });

  test.each([
    { boundary: 'inclusive', night: '2026-03-30', stage: undefined },
    { boundary: 'inclusive', night: '2026-03-31', stage: 'reminder' },
    { boundary: 'strict', night: '2026-03-31', stage: undefined },
    { boundary: 'strict', night: '2026-04-01', stage: 'reminder' },
  ])('$boundary at the end of the month, on $night: $stage', ({ boundary, night, stage }) => {
    const endOfMonth = [{ name: 'reminder', afterDays: 3, endOfMonth: true }];

    expect(stageOn(night, {}, { boundary, stages: endOfMonth })).toBe(stage);
  });

  test.each([
    {
      due: '2026-02-10',
      night: '2026-02-27',
      stage: undefined,
      because: 'February has a day left',
    },
    { due: '2026-02-10', night: '2026-02-28', stage: 'reminder', because: 'this is its last' },
    { due: '2024-02-10', night: '2024-02-28', stage: undefined, because: 'it has one more' },
    { due: '2024-02-10', night: '2024-02-29', stage: 'reminder', because: 'a leap day' },
    { due: '2026-02-26', night: '2026-03-30', stage: undefined, because: 'day 3 is in March' },
    { due: '2026-02-26', night: '2026-03-31', stage: 'reminder', because: 'so March ends it' },
    { due: '2025-12-10', night: '2025-12-31', stage: 'reminder', because: 'a year ends with it' },
    { due: '2025-12-29', night: '2026-01-30', stage: undefined, because: 'day 3 is next year' },
    { due: '2025-12-29', night: '2026-01-31', stage: 'reminder', because: 'so January ends it' },
  ])('due $due, by the end of the month, on $night: $stage, as $because', (row) => {
    const endOfMonth = [{ name: 'reminder', afterDays: 3, endOfMonth: true }];
    const rows = { dueOn: row.due, issuedOn: '2023-01-01' };

    expect(stageOn(row.night, rows, { stages: endOfMonth })).toBe(row.stage);
  });

  test.each([
    { due: '2026-03-26', night: '2026-03-28', stage: undefined, because: 'two days have passed' },
    {
      due: '2026-03-26',
      night: '2026-03-29',
      stage: 'reminder',
      because: 'short days count whole',
    },
    { due: '2026-10-22', night: '2026-10-24', stage: undefined, because: 'two days have passed' },
    { due: '2026-10-22', night: '2026-10-25', stage: 'reminder', because: 'long days count once' },
  ])('due $due, where clocks change, on $night: $stage, as $because', (row) => {
    const rows = { dueOn: row.due, issuedOn: '2023-01-01' };

    expect(stageOn(row.night, rows, {})).toBe(row.stage);
  });

  test.each([
    { night: '2026-02-21', stage: undefined, because: 'eight days before it is early' },
    { night: '2026-02-22', stage: 'courtesy', because: 'seven days before it is due' },
  ])('a courtesy stage on $night: $because', ({ night, stage }) => {
    expect(stageOn(night, {}, { stages: [{ name: 'courtesy', afterDays: -7 }] })).toBe(stage);
  });

  test('the oldest invoice that counts decides, and once it is paid the next', () => {
    const invoices = [invoice({ invoiceId: 'INV-2', dueOn: '2026-03-25' }), invoice()];
    const paid = [payment({ minorUnits: 10_000, paidOn: '2026-03-31' })];
    const ladder = policy({ stages });

    expect(stageOf(lastNight(facts({ invoices }), ladder, ['2026-03-31']))).toBe('final');
    expect(stageOf(lastNight(facts({ invoices, payments: paid }), ladder, ['2026-03-31']))).toBe(
      'reminder',
    );
  });
});

describe('days of grace', () => {
  const grace = { graceDays: 2 };
  const courtesy = { stages: [{ name: 'courtesy', afterDays: -7 }, ...stages] };

  test.each([
    { night: '2026-03-05', stage: undefined, because: 'day 3 and two of grace is day 5' },
    { night: '2026-03-06', stage: 'reminder', because: 'this is day 5' },
    { night: '2026-04-01', stage: 'reminder', because: 'grace is added to every stage' },
    { night: '2026-04-02', stage: 'final', because: 'day 30 and two of grace is day 32' },
  ])('on $night: $stage, because $because', ({ night, stage }) => {
    expect(stageOn(night, {}, grace)).toBe(stage);
  });

  test.each([
    { due: '2026-02-27', night: '2026-03-03', stage: undefined, because: 'February has 28 days' },
    { due: '2026-02-27', night: '2026-03-04', stage: 'reminder', because: 'so day 5 is 4 March' },
    { due: '2024-02-27', night: '2024-03-03', stage: 'reminder', because: 'a leap day is a day' },
    { due: '2025-12-28', night: '2026-01-01', stage: undefined, because: 'a year may end' },
    { due: '2025-12-28', night: '2026-01-02', stage: 'reminder', because: 'in between' },
  ])('due $due, on $night: $stage, because $because', ({ due, night, stage }) => {
    expect(stageOn(night, { dueOn: due, issuedOn: '2023-01-01' }, grace)).toBe(stage);
  });

  test('a note before the due date keeps its day, and grace does not extend it', () => {
    expect(stageOn('2026-02-21', {}, { ...grace, ...courtesy })).toBeUndefined();
    expect(stageOn('2026-02-22', {}, { ...grace, ...courtesy })).toBe('courtesy');
  });

  test('a stage that follows on another counts from that one, without grace', () => {
    const second = { name: 'second', afterDays: 4, since: 'previous-stage' };
    const following = policy({ ...grace, stages: [stages[0], second] });
    const rows = facts({ invoices: [invoice()] });

    expect(stageOf(lastNight(rows, following, ['2026-03-06', '2026-03-09']))).toBe('reminder');
    expect(stageOf(lastNight(rows, following, ['2026-03-06', '2026-03-10']))).toBe('second');
  });

  test('the reason counts them in', () => {
    const { night } = lastNight(facts({ invoices: [invoice()] }), policy({ stages, ...grace }), [
      '2026-03-05',
    ]);

    expect(night.accounts[0]?.because).toBe(
      'within grace: oldest overdue invoice INV-1 is 4 days past due and reminder starts at 5',
    );
  });
});

describe('a hold and the days of a stage', () => {
  const held = (over: object = {}) =>
    arrangement('hold', { from: '2026-03-02', until: '2026-03-12', ...over });
  const heldStage = (night: string, ladder: object, over: object = {}) =>
    stageOf(
      lastNight(
        facts({ invoices: [invoice()], arrangements: [held(over)] }),
        policy({ stages, ...ladder }),
        [night],
      ),
    );

  test.each([
    { night: '2026-03-13', stage: undefined, because: 'ten of twelve days were held' },
    { night: '2026-03-14', stage: 'reminder', because: 'this is the third that counts' },
  ])('on $night: $because', ({ night, stage }) => {
    expect(heldStage(night, {})).toBe(stage);
    expect(heldStage(night, {}, { invoiceId: 'INV-1' })).toBe(stage);
  });

  test('strict, it is a day later', () => {
    expect(heldStage('2026-03-14', { boundary: 'strict' })).toBeUndefined();
    expect(heldStage('2026-03-15', { boundary: 'strict' })).toBe('reminder');
  });

  test('a stage that waits for the end of the month is not lost by a hold after it', () => {
    const endOfMonth = policy({ stages: [{ name: 'reminder', afterDays: 3, endOfMonth: true }] });
    const arrangements = [arrangement('hold', { from: '2026-04-02', until: '2026-04-20' })];
    const nights = ['2026-03-31', '2026-04-10', '2026-04-20'];

    expect(
      stageOf(lastNight(facts({ invoices: [invoice()], arrangements }), endOfMonth, nights)),
    ).toBe('reminder');
  });

  test('an invoice that is held does not hold back one that is not', () => {
    const invoices = [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-02' })];
    const arrangements = [held({ invoiceId: 'INV-1' })];

    const rows = facts({ invoices, arrangements });

    expect(stageOf(lastNight(rows, policy({ stages }), ['2026-03-05']))).toBe('reminder');
    expect(stageOf(lastNight(rows, policy({ stages }), ['2026-03-13']))).toBe('reminder');
  });
});
