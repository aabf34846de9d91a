import { describe, expect, test } from 'vitest';
import type { Delivered } from '../../../shared/decisions/circumstances.ts';
import { type CustomerState, NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import {
  type CustomerDecision,
  decideCustomer,
} from '../../../shared/decisions/decide-customer.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { arrangement, day, facts, invoice, payment, policy } from '../../builders.ts';
import { becauseOf, stageOf } from '../nights.ts';

const everyone = ['account-manager', 'customer'];
const stages = [
  { name: 'reminder', afterDays: 3, tell: everyone },
  { name: 'second', afterDays: 10, tell: everyone },
  { name: 'final', afterDays: 21, tell: everyone, letter: 'final-notice' },
  {
    name: 'suspension',
    afterDays: 30,
    tell: ['account-manager'],
    requires: { stage: 'final', deliveredDaysAgo: 7 },
  },
];
const ladder = policy({ stages });
const owing = facts({ invoices: [invoice()] });
const FINAL = 'C-1|EUR|dunning|final|1';

/** Letters that arrive on their night, but for those that a test loses. */
function nightsThrough(
  rows: typeof owing,
  rules: typeof ladder,
  nights: readonly string[],
  isLost: (key: string) => boolean = () => false,
  state: CustomerState = NEW_CUSTOMER,
): readonly CustomerDecision[] {
  let delivered: Delivered = {};
  let before = state;
  return nights.map((night) => {
    const circumstances = { holdStages: undefined, delivered };
    const decided = decideCustomer(rows, before, rules, day(night), circumstances);
    before = decided.next;
    const written = decided.night.notices.filter(({ tell }) => tell.includes('customer'));
    const arrived = written.filter(({ key }) => !isLost(key)).map(({ key }) => [key, day(night)]);
    delivered = { ...delivered, ...Object.fromEntries(arrived) };
    return decided;
  });
}

function at(nights: readonly CustomerDecision[], index: number): CustomerDecision {
  const night = nights[index];
  if (night === undefined) throw new RangeError(`Cannot look at night ${index}: there is none`);
  return night;
}

const everyDay = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => addDays(day(first), at));
const stagesOver = (...args: Parameters<typeof nightsThrough>) =>
  nightsThrough(...args).map(stageOf);
const lettersOver = (decided: readonly CustomerDecision[]) =>
  decided.flatMap(({ night }) =>
    night.notices
      .filter(({ tell }) => tell.includes('customer'))
      .map(({ key }) => `${night.asOf} ${key}`),
  );

describe('a stage that requires a letter', () => {
  test.each([
    {
      nights: ['2026-03-24', '2026-03-31'],
      stage: 'suspension',
      because: 'seven days lie between',
    },
    { nights: ['2026-03-25', '2026-03-31'], stage: 'final', because: 'six are not seven' },
    { nights: ['2026-03-25', '2026-04-01'], stage: 'suspension', because: 'now they are' },
    { nights: ['2026-03-22', '2026-03-30'], stage: 'final', because: 'its own days count too' },
  ])('after $nights is $stage: $because', ({ nights, stage }) => {
    expect(stagesOver(owing, ladder, nights).at(-1)).toBe(stage);
  });

  test.each([
    { due: '2024-02-01', final: '2024-02-22', on: '2024-03-02', because: 'with a leap day' },
    { due: '2026-02-01', final: '2026-02-22', on: '2026-03-03', because: 'without one' },
    { due: '2025-12-05', final: '2025-12-26', on: '2026-01-04', because: 'over a new year' },
    { due: '2026-02-28', final: '2026-03-24', on: '2026-03-31', because: 'clocks change' },
  ])('due $due it comes on $on, not the day before: $because', ({ due, final, on }) => {
    const rows = facts({ invoices: [invoice({ issuedOn: '2023-01-01', dueOn: due })] });

    expect(stagesOver(rows, ladder, [final, addDays(day(on), -1)])[1]).toBe('final');
    expect(stagesOver(rows, ladder, [final, on])[1]).toBe('suspension');
  });

  test('says what it waits for', () => {
    const nights = nightsThrough(owing, ladder, ['2026-03-28', '2026-04-01']);

    expect(becauseOf(at(nights, 1))).toBe(
      'oldest overdue invoice INV-1 is 31 days past due and final starts at 21; suspension follows 7 days after the final letter is delivered, which it was on 2026-03-28',
    );
  });

  test('is not entered while the letter has not arrived', () => {
    const nights = nightsThrough(owing, ladder, ['2026-03-22', '2026-03-25'], () => true);

    expect(stageOf(at(nights, 1))).toBe('final');
    const later = decideCustomer(
      owing,
      nights[0]?.next ?? NEW_CUSTOMER,
      ladder,
      day('2026-03-31'),
      { holdStages: undefined },
    );
    expect(stageOf(later)).toBe('final');
    expect(becauseOf(later)).toMatch(
      /; suspension follows 7 days after the final letter is delivered, and the one of 2026-03-22 was not yet$/,
    );
  });

  test('lets the ladder stop at the required stage first, however late the first night', () => {
    expect(stagesOver(owing, ladder, everyDay('2026-06-01', 9))).toEqual([
      ...Array.from({ length: 7 }, () => 'final'),
      'suspension',
      'suspension',
    ]);
  });

  test('leaves stages that nobody requires to be passed over', () => {
    const [first] = nightsThrough(owing, ladder, ['2026-06-01']);

    expect(lettersOver(first === undefined ? [] : [first])).toEqual([`2026-06-01 ${FINAL}`]);
  });

  test('is not passed over either: what lies beyond waits for the letter too', () => {
    const committee = { name: 'committee', afterDays: 45, tell: ['account-manager'] };
    const longer = policy({ stages: [...stages, committee] });

    expect(stagesOver(owing, longer, ['2026-06-01', '2026-06-02'], () => true)).toEqual([
      'final',
      'final',
    ]);
    expect(stagesOver(owing, longer, ['2026-06-01', '2026-06-02'])).toEqual(['final', 'committee']);
  });

  test('holds with one step a night', () => {
    const oneStep = policy({ stages, progression: 'one-step' });
    const nights = everyDay('2026-06-01', 11);

    expect(stagesOver(owing, oneStep, nights).slice(2)).toEqual([
      ...Array.from({ length: 7 }, () => 'final'),
      'suspension',
      'suspension',
    ]);
  });

  test('is left and entered again without another letter in the episode', () => {
    const dispute = arrangement('dispute', { from: '2026-04-10', until: '2026-04-12' });
    const other = invoice({ invoiceId: 'INV-2', dueOn: '2026-04-02' });
    const disputed = { ...dispute, invoiceId: owing.invoices[0]?.invoiceId };
    const rows = facts({ invoices: [invoice(), other], arrangements: [disputed] });
    const nights = ['2026-03-24', '2026-04-01', '2026-04-10', '2026-04-12'];

    expect(stagesOver(rows, ladder, nights)).toEqual([
      'final',
      'suspension',
      'reminder',
      'suspension',
    ]);
  });

  describe('of an invoice that came to it after another was paid', () => {
    const second = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-12' });
    const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-24' });
    const rows = facts({ invoices: [invoice(), second], payments: [paid] });
    const nights = everyDay('2026-03-22', 22);
    const on = (decided: readonly CustomerDecision[], date: string) =>
      at(decided, nights.indexOf(day(date)));

    test('is written once more, and its colleagues find why they are not told again', () => {
      const { night } = on(nightsThrough(rows, ladder, nights), '2026-04-02');

      expect(night.notices).toMatchObject([
        { key: `${FINAL}|letter`, tell: ['customer'], letter: 'final-notice' },
      ]);
      expect(night.suppressed).toMatchObject([
        { key: FINAL, because: 'final was told earlier in this episode' },
      ]);
    });

    test('tells colleagues why they hear nothing on a day off too, and writes the day after', () => {
      const calendar = {
        reseller: { holidays: ['2026-04-02'] },
        contact: { workingDaysOnly: true },
      };
      const decided = nightsThrough(rows, policy({ stages }, calendar), nights);

      expect(on(decided, '2026-04-02').night).toMatchObject({
        notices: [],
        suppressed: [
          { key: FINAL, waitsFor: 'working-day' },
          { key: FINAL, because: 'final was told earlier in this episode' },
        ],
      });
      expect(lettersOver(decided).at(-1)).toBe(`2026-04-03 ${FINAL}|letter`);
    });

    test('counts from its own letter on: the other says nothing of this invoice', () => {
      const decided = nightsThrough(rows, ladder, nights);
      const lost = nightsThrough(rows, ladder, nights, (key) => key !== FINAL);

      expect(stageOf(on(decided, '2026-03-24'))).toBe('second');
      expect(stageOf(on(decided, '2026-04-10'))).toBe('final');
      expect(stageOf(on(decided, '2026-04-11'))).toBe('suspension');
      expect(stageOf(on(lost, '2026-04-11'))).toBe('final');
    });
  });

  test('of an invoice that was not even due then is written anew, though the stage was never left', () => {
    const second = invoice({ invoiceId: 'INV-2', issuedOn: '2026-03-25', dueOn: '2026-04-01' });
    const paid = payment({ minorUnits: 10_000, paidOn: '2026-04-25' });
    const rows = facts({ invoices: [invoice(), second], payments: [paid] });
    const decided = nightsThrough(rows, ladder, everyDay('2026-03-22', 50));
    const moves = decided.filter(
      (each, index) => index > 0 && stageOf(each) !== stageOf(at(decided, index - 1)),
    );

    expect(moves.map((each) => `${each.night.asOf} ${stageOf(each)}`)).toEqual([
      '2026-03-31 suspension',
      '2026-04-25 final',
      '2026-05-02 suspension',
    ]);
    expect(lettersOver(decided)).toEqual([`2026-03-22 ${FINAL}`, `2026-04-25 ${FINAL}|letter`]);
  });

  describe('of a stage that follows on another', () => {
    const following = policy({
      stages: [
        { name: 'courtesy', afterDays: -10, tell: everyone },
        { name: 'reminder', afterDays: 3, since: 'previous-stage', tell: everyone },
        { name: 'final', afterDays: 1, requires: { stage: 'reminder', deliveredDaysAgo: 5 } },
      ],
    });
    const moves = (rows: typeof owing, first: string, count: number) => {
      const decided = nightsThrough(rows, following, everyDay(first, count));
      return decided
        .filter((each, index) => index > 0 && stageOf(each) !== stageOf(at(decided, index - 1)))
        .map((each) => `${each.night.asOf} ${stageOf(each)}`);
    };

    test('counts before the due date too, where the stage came before it', () => {
      expect(moves(owing, '2026-02-18', 14)).toEqual([
        '2026-02-19 courtesy',
        '2026-02-22 reminder',
        '2026-03-02 final',
      ]);
    });

    test('does not for an invoice that had not come to the one before: it is written anew', () => {
      const second = invoice({ invoiceId: 'INV-2', issuedOn: '2026-03-01', dueOn: '2026-03-20' });
      const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-10' });
      const rows = facts({ invoices: [invoice(), second], payments: [paid] });
      const letters = lettersOver(nightsThrough(rows, following, everyDay('2026-03-02', 20)));

      expect(letters.filter((each) => each.includes('reminder'))).toEqual([
        '2026-03-05 C-1|EUR|dunning|reminder|1',
        '2026-03-10 C-1|EUR|dunning|reminder|1|letter',
      ]);
    });
  });

  test('is not raised to by a broken promise before its letter', () => {
    const promise = arrangement('promise', { until: '2026-03-24', minorUnits: 9_000 });
    const raising = policy({ stages, promises: { whenBroken: 'raise-stage' } });
    const rows = facts({
      invoices: [invoice()],
      arrangements: [{ ...promise, from: day('2026-03-23') }],
    });

    expect(stagesOver(rows, raising, ['2026-03-22', '2026-03-25', '2026-03-29'])).toEqual([
      'final',
      'final',
      'suspension',
    ]);
  });

  test('holds for each invoice where each climbs by itself', () => {
    const byInvoice = policy({ stages, scope: 'invoice' });
    const two = facts({
      invoices: [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-05' })],
    });
    const nights = everyDay('2026-03-22', 20);
    const firstOn = (at: number) =>
      nightsThrough(two, byInvoice, nights).find(
        ({ invoices }) => invoices[at]?.stage === 'suspension',
      )?.night.asOf;

    expect([firstOn(0), firstOn(1)]).toEqual(['2026-03-31', '2026-04-04']);
  });
});

describe('a required letter that does not arrive', () => {
  const isFirst = (key: string): boolean => key === FINAL;

  test('is written again after the days that are waited for it, until one arrives', () => {
    const nights = nightsThrough(owing, ladder, everyDay('2026-03-22', 20), isFirst);

    expect(lettersOver(nights)).toEqual([`2026-03-22 ${FINAL}`, `2026-03-29 ${FINAL}|letter`]);
    expect(nights.find((each) => stageOf(each) === 'suspension')?.night.asOf).toBe('2026-04-05');
  });

  test('is written under a key of its own every time', () => {
    const nights = nightsThrough(owing, ladder, everyDay('2026-03-22', 23), () => true);

    expect(lettersOver(nights)).toEqual([
      `2026-03-22 ${FINAL}`,
      `2026-03-29 ${FINAL}|letter`,
      `2026-04-05 ${FINAL}|letter-2`,
      `2026-04-12 ${FINAL}|letter-3`,
    ]);
  });

  test('is written late where it was passed over before it was required', () => {
    const freely = policy({ stages: stages.map(({ requires: _, ...stage }) => stage) });
    const paused = [
      arrangement('dispute', { from: '2026-06-02', until: '2026-06-03', minorUnits: 1 }),
    ];
    const rows = { ...owing, arrangements: paused };
    const [jumped] = nightsThrough(rows, freely, ['2026-06-01']);
    const below = policy({ stages: stages.slice(0, 3) });
    const [fallen] = nightsThrough(rows, below, ['2026-06-02'], undefined, jumped?.next);

    const nights = nightsThrough(
      rows,
      ladder,
      everyDay('2026-06-03', 9),
      undefined,
      fallen?.next ?? NEW_CUSTOMER,
    );
    expect(stageOf(at(nights, 0))).toBe('final');
    expect(lettersOver(nights)).toEqual([`2026-06-03 ${FINAL}|letter`]);
    expect(stageOf(at(nights, 7))).toBe('suspension');
  });

  test('is not written to who has no address, and the reason says it waits', () => {
    const nowhere = facts({ invoices: [invoice()], customer: { billingEmail: undefined } });
    const nights = nightsThrough(nowhere, ladder, everyDay('2026-06-01', 10));

    expect(nights.map(stageOf)).toEqual(Array.from({ length: 10 }, () => 'final'));
    expect(nights.map(becauseOf).at(-1)).toMatch(/letter is delivered, and none was written yet$/);
    expect(nights.slice(1).flatMap(({ night }) => night.suppressed)).toEqual([]);
  });

  test('waits for the contact cap and for a working day like any other', () => {
    const slow = policy({ stages }, { contact: { minDaysBetween: 5, workingDaysOnly: true } });
    const nights = nightsThrough(owing, slow, ['2026-03-11', '2026-03-22', '2026-03-23']);

    expect(lettersOver(nights)).toEqual([
      '2026-03-11 C-1|EUR|dunning|second|1',
      `2026-03-23 ${FINAL}`,
    ]);
  });

  test('deciding the night again with what arrived since says nothing more', () => {
    const [first] = nightsThrough(owing, ladder, ['2026-03-22']);
    const delivered = { [FINAL]: day('2026-03-22') };
    const again = decideCustomer(owing, first?.next ?? NEW_CUSTOMER, ladder, day('2026-03-22'), {
      holdStages: undefined,
      delivered,
    });

    expect(again.next).toEqual(first?.next);
    expect(again.night.notices).toEqual([]);
  });
});
