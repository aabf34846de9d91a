import { describe, expect, test } from 'vitest';
import { arrangement, facts, invoice, payment, policy } from '../../builders.ts';
import { becauseOf, lastNight, stageOf, toldOf } from '../nights.ts';

const stages = [
  { name: 'reminder', afterDays: 3 },
  { name: 'second', afterDays: 30 },
  { name: 'final', afterDays: 60, when: { withoutTags: ['hospital'] } },
];
const raising = (over: object = {}) =>
  policy({ stages, promises: { whenBroken: 'raise-stage' }, ...over });
const promise = (over: object = {}) =>
  arrangement('promise', { until: '2026-03-10', minorUnits: 9_000, ...over });
const promised = facts({ invoices: [invoice()], arrangements: [promise()] });
const BROKEN = 'promise of 90.00 EUR by 2026-03-10 is broken: 0.00 EUR was paid since 2026-03-05';

describe('days of tolerance', () => {
  const tolerant = policy({ stages, promises: { toleranceDays: 3 } });

  test.each([
    { night: '2026-03-10', told: [], because: 'the promise lasts through its day' },
    { night: '2026-03-13', told: [], because: 'and three more' },
    { night: '2026-03-14', told: ['undefined: account-manager'], because: 'then it is broken' },
  ])('on $night $told: $because', ({ night, told }) => {
    expect(toldOf(lastNight(promised, tolerant, ['2026-03-04', night]))).toEqual(told);
  });

  test('the stage waits as long, and the reason says until when', () => {
    const waiting = lastNight(promised, tolerant, ['2026-03-12']);

    expect(stageOf(waiting)).toBeUndefined();
    expect(becauseOf(waiting)).toBe('promise by 2026-03-10 is open, tolerated through 2026-03-13');
    expect(stageOf(lastNight(promised, tolerant, ['2026-03-14'], waiting.next))).toBe('reminder');
  });

  test('what is paid in them keeps the promise', () => {
    const late = payment({ minorUnits: 9_000, paidOn: '2026-03-12' });
    const { events } = lastNight({ ...promised, payments: [late] }, tolerant, [
      '2026-03-11',
      '2026-03-12',
    ]);

    expect(events.map(({ kind }) => kind)).toContain('promise-kept');
  });
});

describe('a broken promise that raises the stage', () => {
  const nights = ['2026-03-04', '2026-03-11'];

  test('raises it by one at once, and the account manager hears of both', () => {
    const raised = lastNight(promised, raising(), nights);

    expect(stageOf(raised)).toBe('second');
    expect(toldOf(raised)).toEqual(['undefined: account-manager', 'second: account-manager']);
    expect(becauseOf(raised)).toBe(
      `oldest overdue invoice INV-1 is 10 days past due, raised to second because ${BROKEN}`,
    );
    expect(raised.events.map(({ kind }) => kind)).toEqual(['promise-broken', 'stage-up', 'notice']);
  });

  test('does not where the policy only tells', () => {
    const told = lastNight(promised, policy({ stages }), nights);

    expect(stageOf(told)).toBe('reminder');
    expect(toldOf(told)).toEqual(['undefined: account-manager']);
  });

  test('raises it once, and it stays though the days say less', () => {
    const later = lastNight(promised, raising(), [...nights, '2026-03-12', '2026-03-20']);

    expect(stageOf(later)).toBe('second');
    expect(toldOf(later)).toEqual([]);
    expect(stageOf(lastNight(promised, raising(), ['2026-03-31'], later.next))).toBe('second');
    expect(stageOf(lastNight(promised, raising(), ['2026-04-30'], later.next))).toBe('final');
  });

  test('puts a customer who was on no stage on the first', () => {
    const early = facts({
      invoices: [invoice()],
      arrangements: [promise({ from: '2026-03-01', until: '2026-03-02' })],
    });

    expect(stageOf(lastNight(early, raising(), ['2026-03-01', '2026-03-03']))).toBe('reminder');
  });

  test('goes no further than the days where they have come further themselves', () => {
    const night = lastNight(promised, raising(), ['2026-03-04', '2026-04-01']);

    expect(stageOf(night)).toBe('second');
    expect(becauseOf(night)).toBe(
      'oldest overdue invoice INV-1 is 31 days past due and second starts at 30',
    );
  });

  test('asks no more of a ladder that rose by itself past a stage that does not hold', () => {
    const tagged = [
      { ...stages[0], when: { tags: ['vip'] } },
      { name: 'second', afterDays: 3 },
    ];
    const early = facts({
      invoices: [invoice()],
      arrangements: [promise({ from: '2026-03-01', until: '2026-03-03' })],
    });
    const rose = lastNight(early, raising({ stages: tagged }), ['2026-03-02', '2026-03-04']);

    expect(stageOf(rose)).toBe('second');
    expect(rose.next.accounts['EUR']).not.toHaveProperty('raiseDue');
  });

  test('raises a customer at the top no more', () => {
    const rows = facts({
      invoices: [invoice({ dueOn: '2025-12-01', issuedOn: '2025-11-01' })],
      arrangements: [promise()],
    });
    const top = lastNight(rows, raising(), ['2026-03-04', '2026-03-11']);

    expect(stageOf(top)).toBe('final');
    expect(top.next.accounts['EUR']).not.toHaveProperty('raiseDue');
  });

  test('passes over no condition of the stage, and raises once it holds', () => {
    const second = [
      stages[0],
      { name: 'second', afterDays: 30, when: { overdueAtLeast: { EUR: '150' } } },
    ];
    const more = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-15', minorUnits: 6_000 });
    const rows = { ...promised, invoices: [invoice(), more] };
    const kept = lastNight(rows, raising({ stages: second }), nights);

    expect(stageOf(kept)).toBe('reminder');
    expect(stageOf(lastNight(rows, raising({ stages: second }), ['2026-03-16'], kept.next))).toBe(
      'second',
    );
  });

  test('waits for a hold to end', () => {
    const hold = arrangement('hold', { from: '2026-03-11', until: '2026-03-15' });
    const rows = { ...promised, arrangements: [promise(), hold] };
    const held = lastNight(rows, raising(), nights);

    expect(stageOf(held)).toBe('reminder');
    expect(toldOf(held)).toEqual(['undefined: account-manager']);
    expect(stageOf(lastNight(rows, raising(), ['2026-03-15'], held.next))).toBe('second');
  });

  test('holds one step a night', () => {
    const oneStep = raising({ progression: 'one-step' });
    const rows = facts({
      invoices: [invoice({ dueOn: '2025-12-01', issuedOn: '2025-11-01' })],
      arrangements: [promise()],
    });

    expect(stageOf(lastNight(rows, oneStep, ['2026-03-11']))).toBe('reminder');
    expect(stageOf(lastNight(rows, oneStep, ['2026-03-11', '2026-03-11']))).toBe('reminder');
    expect(stageOf(lastNight(rows, oneStep, ['2026-03-11', '2026-03-12']))).toBe('second');
  });

  test('comes down with the facts: paying what was late clears it', () => {
    const later = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-14' });
    const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-20' });
    const rows = { ...promised, invoices: [invoice(), later], payments: [paid] };
    const raised = lastNight(rows, raising(), nights);
    const inPart = lastNight(rows, raising(), ['2026-03-20'], raised.next);

    expect(stageOf(inPart)).toBe('second');
    const all = payment({
      paymentId: 'P2',
      invoiceId: 'INV-2',
      minorUnits: 10_000,
      paidOn: '2026-03-21',
    });
    const settled = { ...rows, payments: [paid, all] };
    expect(stageOf(lastNight(settled, raising(), ['2026-03-21'], inPart.next))).toBeUndefined();
  });

  test('comes down once the facts say less than when it was raised', () => {
    const fresh = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-19' });
    const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-20' });
    const rows = { ...promised, invoices: [invoice(), fresh], payments: [paid] };

    expect(stageOf(lastNight(rows, raising(), [...nights, '2026-03-20']))).toBeUndefined();
  });

  test('about one invoice it raises that one where each climbs by itself', () => {
    const rows = facts({
      invoices: [invoice(), invoice({ invoiceId: 'INV-2' })],
      arrangements: [promise({ invoiceId: 'INV-2' })],
    });
    const { invoices } = lastNight(rows, raising({ scope: 'invoice' }), nights);

    expect(invoices.map(({ stage }) => stage)).toEqual(['reminder', 'second']);
  });

  test.each([{ scope: 'customer' }, { scope: 'invoice' }])(
    'waits for a hold to end on no stage too, by $scope',
    ({ scope }) => {
      const hold = arrangement('hold', { from: '2026-03-02', until: '2026-03-04' });
      const early = promise({ invoiceId: 'INV-1', from: '2026-03-01', until: '2026-03-02' });
      const rows = facts({ invoices: [invoice()], arrangements: [early, hold] });
      const night = (on: string) =>
        lastNight(rows, raising({ scope }), ['2026-03-02', '2026-03-03', on]);

      expect(stageOf(night('2026-03-03'))).toBeUndefined();
      expect(stageOf(night('2026-03-04'))).toBe('reminder');
    },
  );
});

test('a hold says who placed it and why', () => {
  const hold = arrangement('hold', { by: 'Ana', reason: 'contract talks' });

  expect(
    becauseOf(
      lastNight(facts({ invoices: [invoice()], arrangements: [hold] }), policy(), ['2026-03-06']),
    ),
  ).toBe('on hold since 2026-03-05 by Ana: contract talks');
});
