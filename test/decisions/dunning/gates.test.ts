import { describe, expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import { decideCustomer } from '../../../shared/decisions/decide-customer.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import { arrangement, day, facts, invoice, payment, policy } from '../../builders.ts';
import { becauseOf, lastNight, stageOf, toldOf } from '../nights.ts';

const inv1 = invoice();
const inv2 = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-15' });
const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-12' });
const ladder = policy({
  stages: [
    { name: 'reminder', afterDays: 3 },
    { name: 'second', afterDays: 10 },
  ],
});

describe('a hold on the customer', () => {
  const arrangements = [
    arrangement('hold', { from: '2026-03-05', until: '2026-03-25', reason: 'contract talks' }),
  ];

  test('the stage neither rises nor falls while it is in force', () => {
    const rows = facts({ invoices: [inv1, inv2], payments: [paid], arrangements });
    const night = lastNight(rows, ladder, ['2026-03-04', '2026-03-14']);

    expect(stageOf(night)).toBe('reminder');
    expect(becauseOf(night)).toBe('on hold since 2026-03-05: contract talks');
    expect(toldOf(night)).toEqual([]);
  });

  test('a customer who owes nothing any more is cleared all the same', () => {
    const rows = facts({ invoices: [inv1], payments: [paid], arrangements });

    expect(stageOf(lastNight(rows, ladder, ['2026-03-04', '2026-03-14']))).toBeUndefined();
  });

  test('after it the clock goes on where it stood', () => {
    const rows = facts({ invoices: [inv1], arrangements });
    const stageAfter = (night: string) => stageOf(lastNight(rows, ladder, ['2026-03-04', night]));

    expect(stageAfter('2026-03-25')).toBe('reminder');
    expect(stageAfter('2026-03-30')).toBe('reminder');
    expect(stageAfter('2026-03-31')).toBe('second');
  });
});

describe('a hold on an invoice', () => {
  const arrangements = [arrangement('hold', { from: '2026-03-05', invoiceId: 'INV-1' })];

  test('the invoice keeps the stage it brought but pushes no further', () => {
    const night = lastNight(facts({ invoices: [inv1], arrangements }), ladder, [
      '2026-03-04',
      '2026-03-30',
    ]);

    expect(stageOf(night)).toBe('reminder');
  });

  test('another invoice pushes by itself', () => {
    const rows = facts({ invoices: [inv1, inv2], arrangements });

    expect(stageOf(lastNight(rows, ladder, ['2026-03-04', '2026-03-24']))).toBe('reminder');
    expect(stageOf(lastNight(rows, ladder, ['2026-03-04', '2026-03-25']))).toBe('second');
  });
});

describe('a promise', () => {
  const promise = (over: object = {}) => arrangement('promise', { until: '2026-03-20', ...over });
  const afterNights = (rows: object, ...nights: string[]) =>
    lastNight(facts({ invoices: [inv1, inv2], ...rows }), ladder, nights);

  test.each([
    { night: '2026-03-20', stage: 'reminder', because: 'it waits through its day' },
    { night: '2026-03-21', stage: 'second', because: 'the day after it is broken' },
  ])('on $night the stage is $stage: $because', ({ night, stage }) => {
    expect(stageOf(afterNights({ arrangements: [promise()] }, '2026-03-04', night))).toBe(stage);
  });

  test('while it waits the reason names its day', () => {
    const night = afterNights({ arrangements: [promise()] }, '2026-03-12');

    expect(becauseOf(night)).toBe('promise by 2026-03-20 is open');
  });

  test('kept, it stops waiting at once', () => {
    const rows = { arrangements: [promise({ minorUnits: 4_000 })], payments: [payment()] };

    expect(stageOf(afterNights(rows, '2026-03-04', '2026-03-09'))).toBe('reminder');
    expect(stageOf(afterNights(rows, '2026-03-04', '2026-03-11'))).toBe('second');
  });

  test('it keeps no stage from coming down', () => {
    const rows = { arrangements: [promise({ minorUnits: 90_000 })], payments: [paid] };

    expect(stageOf(afterNights(rows, '2026-03-04', '2026-03-12'))).toBeUndefined();
  });

  test('about one invoice it leaves the others to push', () => {
    const rows = { arrangements: [promise({ invoiceId: 'INV-1' })] };

    expect(becauseOf(afterNights(rows, '2026-03-17'))).toBe(
      'promise by 2026-03-20 for invoice INV-1 is open',
    );
    expect(stageOf(afterNights(rows, '2026-03-18'))).toBe('reminder');
    expect(stageOf(afterNights(rows, '2026-03-11', '2026-03-19'))).toBe('reminder');
    expect(stageOf(afterNights(rows, '2026-03-11', '2026-03-21'))).toBe('second');
  });

  test('about one invoice it is no reason for the stage that another one brings', () => {
    const rows = { arrangements: [promise({ invoiceId: 'INV-1' })] };

    expect(becauseOf(afterNights(rows, '2026-03-18'))).toBe(
      'oldest overdue invoice INV-2 is 3 days past due and reminder starts at 3',
    );
  });

  test('broken, it is told to the account manager once', () => {
    const rows = { arrangements: [promise({ minorUnits: 9_000 })], payments: [payment()] };
    const broken = afterNights(rows, '2026-03-11', '2026-03-21');
    const told = broken.night.notices.filter(({ kind }) => kind === 'promise-broken');

    expect(told).toMatchObject([
      {
        key: 'C-1|EUR|promise-broken||2026-03-05|2026-03-20|9000',
        kind: 'promise-broken',
        currency: 'EUR',
        tell: ['account-manager'],
        actions: [],
        because:
          'promise of 90.00 EUR by 2026-03-20 is broken: 40.00 EUR was paid since 2026-03-05',
      },
    ]);
    expect(toldOf(afterNights(rows, '2026-03-11', '2026-03-21', '2026-03-22'))).toEqual([]);
  });

  test('kept, it is history once and nobody is told', () => {
    const rows = { arrangements: [promise({ minorUnits: 4_000 })], payments: [payment()] };
    const kinds = (...nights: string[]) =>
      afterNights(rows, ...nights).events.map(({ kind }) => kind);

    expect(kinds('2026-03-05', '2026-03-10')[0]).toBe('promise-kept');
    expect(kinds('2026-03-05', '2026-03-10', '2026-03-10')).toEqual([]);
    expect(kinds('2026-03-04', '2026-03-10', '2026-03-21')).not.toContain('promise-broken');
  });

  test('broken and then paid late, it is not called kept', () => {
    const late = payment({ minorUnits: 9_000, paidOn: '2026-03-23' });
    const rows = { arrangements: [promise({ minorUnits: 9_000 })], payments: [late] };

    expect(
      afterNights(rows, '2026-03-21', '2026-03-23').events.map(({ kind }) => kind),
    ).not.toContain('promise-kept');
  });
});

describe('stale data', () => {
  const stale = { holdStages: 'source files is 3 days old' };
  const because = 'customer data is stale: source files is 3 days old';
  const rows = facts({ invoices: [inv1], payments: [paid] });
  const onStale = (facts: CustomerFacts, night: string, state = NEW_CUSTOMER, rules = ladder) =>
    decideCustomer(facts, state, rules, day(night), stale);
  const { next: onSecond } = lastNight(rows, ladder, ['2026-03-11']);

  test('no stage rises, and the reason says so', () => {
    const night = onStale(rows, '2026-03-11');

    expect(stageOf(night)).toBeUndefined();
    expect(becauseOf(night)).toBe(because);
    expect(toldOf(night)).toEqual([]);
  });

  test.each([
    { facts: rows, what: 'a payment' },
    { facts: facts(), what: 'a source without the invoice' },
    { facts: facts({ invoices: [inv1], customer: { policy: 'none' } }), what: 'the policy none' },
  ])('no stage falls and no episode ends for $what', ({ facts }) => {
    const night = onStale(facts, '2026-03-12', onSecond);

    expect(stageOf(night)).toBe('second');
    expect(becauseOf(night)).toBe(because);
    expect(night.next).toEqual(onSecond);
    expect(night.events).toEqual([]);
  });

  test('no episode starts', () => {
    const night = onStale(facts({ invoices: [inv1] }), '2026-03-02');

    expect(night.next).toEqual(NEW_CUSTOMER);
    expect(night.events).toEqual([]);
  });

  test('no promise is called broken or kept until the data is fresh', () => {
    const arrangements = [arrangement('promise', { until: '2026-03-10', minorUnits: 9_000 })];
    const promised = facts({ invoices: [inv1], arrangements });
    const night = onStale(promised, '2026-03-11');

    expect(night.night.notices).toEqual([]);
    expect(night.next.settledPromises).toEqual([]);
    expect(toldOf(lastNight(promised, ladder, ['2026-03-12'], night.next))).toContain(
      'undefined: account-manager',
    );
  });

  test.each(['customer', 'invoice'])('a letter that waits stays visible, by %s', (scope) => {
    const stages = [
      { name: 'reminder', afterDays: 3, tell: ['customer'] },
      { name: 'second', afterDays: 4, tell: ['customer'] },
    ];
    const capped = policy({ scope, stages }, { contact: { minDaysBetween: 9 } });
    const { next, night } = lastNight(facts({ invoices: [inv1] }), capped, [
      '2026-03-04',
      '2026-03-05',
    ]);

    const held = onStale(facts(), '2026-03-20', next, capped);

    expect(held.night.suppressed).toMatchObject(
      night.suppressed.map(({ key }) => ({ key, because })),
    );
    expect(held.night.suppressed).toHaveLength(1);
    expect(held.writeLetter).toBe(false);
  });

  test('it is named before a hold, and a hold before a promise', () => {
    const both = facts({
      invoices: [inv1],
      arrangements: [arrangement('promise', { until: '2026-03-20' }), arrangement('hold')],
    });

    expect(becauseOf(onStale(both, '2026-03-11'))).toBe(because);
    expect(becauseOf(lastNight(both, ladder, ['2026-03-11']))).toBe('on hold since 2026-03-05');
  });
});
