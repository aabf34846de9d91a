import { describe, expect, test } from 'vitest';
import { arrangement, facts, invoice, payment, policy } from '../../builders.ts';
import { becauseOf, lastNight, stageOf, toldOf } from '../nights.ts';

const inv = (id: string, dueOn: string) => invoice({ invoiceId: id, dueOn });
const stages = [
  { name: 'reminder', afterDays: 3, tell: ['account-manager', 'customer'] },
  { name: 'final', afterDays: 10, tell: ['account-manager'] },
];
const ladder = policy({ scope: 'invoice', stages });
const three = [inv('A', '2026-03-01'), inv('B', '2026-03-02'), inv('C', '2026-03-08')];
const stagesOf = ({ invoices }: ReturnType<typeof lastNight>) =>
  Object.fromEntries(invoices.map(({ invoiceId, stage }) => [invoiceId, stage]));

describe('where each invoice climbs by itself', () => {
  const rows = facts({ invoices: three });

  test('the customer stands where its highest invoice stands', () => {
    const night = lastNight(rows, ladder, ['2026-03-11']);

    expect(stagesOf(night)).toEqual({ A: 'final', B: 'reminder', C: 'reminder' });
    expect(stageOf(night)).toBe('final');
    expect(becauseOf(night)).toBe(
      'oldest overdue invoice A is 10 days past due and final starts at 10',
    );
  });

  test('a stage that several invoices reach in one night is told once, and names the first', () => {
    const { night } = lastNight(rows, ladder, ['2026-03-11']);

    expect(night.notices.map(({ key }) => key)).toEqual([
      'C-1|EUR|dunning|final|1|A',
      'C-1|EUR|dunning|reminder|1|B+1',
    ]);
    expect(night.notices[1]?.because).toBe(
      'oldest overdue invoice B is 9 days past due and reminder starts at 3, and so it is for 1 more',
    );
  });

  test('an invoice that reaches the stage later is told too', () => {
    const later = lastNight(rows, ladder, ['2026-03-05', '2026-03-11']);

    expect(later.night.notices.map(({ key }) => key)).toEqual([
      'C-1|EUR|dunning|final|1|A',
      'C-1|EUR|dunning|reminder|1|C',
    ]);
  });

  test('the customer is there since the day the first invoice got there', () => {
    const { night } = lastNight(rows, ladder, ['2026-03-04', '2026-03-05', '2026-03-09']);

    expect(night.accounts[0]).toMatchObject({ stage: 'reminder', since: '2026-03-04' });
  });

  test('one step a night holds for each invoice', () => {
    const oneStep = policy({ scope: 'invoice', stages, progression: 'one-step' });
    const late = facts({ invoices: three.slice(0, 2) });

    expect(stagesOf(lastNight(late, oneStep, ['2026-03-30']))).toEqual({
      A: 'reminder',
      B: 'reminder',
    });
    expect(stagesOf(lastNight(late, oneStep, ['2026-03-30', '2026-03-31']))).toEqual({
      A: 'final',
      B: 'final',
    });
  });

  test('the sums of a condition are the customer’s', () => {
    const sums = policy({
      scope: 'invoice',
      stages: [{ name: 'reminder', afterDays: 3, when: { overdueAtLeast: { EUR: '200' } } }],
    });

    expect(stagesOf(lastNight(rows, sums, ['2026-03-05']))).toEqual({
      A: 'reminder',
      B: 'reminder',
      C: undefined,
    });
    expect(stageOf(lastNight(facts({ invoices: three.slice(0, 1) }), sums, ['2026-03-05']))).toBe(
      undefined,
    );
  });

  test('a held invoice keeps its stage while others climb and fall', () => {
    const held = facts({
      invoices: three,
      arrangements: [arrangement('hold', { invoiceId: 'A' })],
    });
    const night = lastNight(held, ladder, ['2026-03-04', '2026-03-12']);

    expect(stagesOf(night)).toEqual({ A: 'reminder', B: 'final', C: 'reminder' });
  });

  test('a held invoice does not fall either', () => {
    const sums = policy({
      scope: 'invoice',
      stages: [{ name: 'reminder', afterDays: 3, when: { overdueAtLeast: { EUR: '200' } } }],
    });
    const rows = facts({
      invoices: three.slice(0, 2),
      payments: [payment({ invoiceId: 'B', minorUnits: 10_000, paidOn: '2026-03-10' })],
    });
    const hold = arrangement('hold', { invoiceId: 'A', from: '2026-03-09' });
    const nights = ['2026-03-05', '2026-03-10'];

    expect(stagesOf(lastNight(rows, sums, nights))).toEqual({ A: undefined });
    expect(stagesOf(lastNight({ ...rows, arrangements: [hold] }, sums, nights))).toEqual({
      A: 'reminder',
    });
  });

  test('a promise keeps its invoice from rising', () => {
    const promised = facts({
      invoices: three,
      arrangements: [arrangement('promise', { invoiceId: 'A', until: '2026-03-20' })],
    });

    expect(stagesOf(lastNight(promised, ladder, ['2026-03-04', '2026-03-12']))).toMatchObject({
      A: 'reminder',
      B: 'final',
    });
  });

  test('while the customer is held its stage stays, though the invoice that brought it is paid', () => {
    const held = facts({
      invoices: three,
      payments: [payment({ invoiceId: 'A', minorUnits: 10_000, paidOn: '2026-03-12' })],
      arrangements: [arrangement('hold', { from: '2026-03-12', until: '2026-03-14' })],
    });

    const during = lastNight(held, ladder, ['2026-03-11', '2026-03-12']);

    expect(stageOf(during)).toBe('final');
    expect(stagesOf(during)).toEqual({ B: 'reminder', C: 'reminder' });
    expect(stageOf(lastNight(held, ladder, ['2026-03-14'], during.next))).toBe('final');
    expect(stagesOf(lastNight(held, ladder, ['2026-03-13'], during.next))['B']).toBe('reminder');
  });

  test('an invoice that stops counting and comes back is not told again in the episode', () => {
    const disputed = facts({
      invoices: three,
      arrangements: [
        arrangement('dispute', { invoiceId: 'A', from: '2026-03-06', until: '2026-03-08' }),
      ],
    });
    const apart = lastNight(disputed, ladder, ['2026-03-05', '2026-03-06']);
    expect(stagesOf(apart)).toMatchObject({ A: undefined, B: 'reminder' });

    const back = lastNight(disputed, ladder, ['2026-03-08'], apart.next);
    expect(stagesOf(back)).toMatchObject({ A: 'reminder' });
    expect(toldOf(back)).toEqual([]);
  });

  test('letters that wait for the contact cap leave together', () => {
    const capped = policy({ scope: 'invoice', stages }, { contact: { minDaysBetween: 4 } });
    const rows = facts({
      invoices: [inv('A', '2026-03-01'), inv('B', '2026-03-02'), inv('C', '2026-03-03')],
    });
    const nights = ['2026-03-04', '2026-03-05', '2026-03-06'];

    const waiting = lastNight(rows, capped, nights);
    expect(toldOf(waiting)).toEqual(['reminder: account-manager']);
    expect(waiting.night.suppressed.map(({ key }) => key)).toEqual([
      'C-1|EUR|dunning|reminder|1|B',
      'C-1|EUR|dunning|reminder|1|C',
    ]);

    const released = lastNight(rows, capped, ['2026-03-08'], waiting.next);
    expect(released.night.notices).toMatchObject([
      { key: 'C-1|EUR|dunning|reminder|1|B+1|letter', tell: ['customer'] },
    ]);
  });

  test('a letter that waits still does once its invoice is disputed no more', () => {
    const capped = policy({ scope: 'invoice', stages }, { contact: { minDaysBetween: 4 } });
    const disputed = { from: '2026-03-06', until: '2026-03-09', invoiceId: 'B' };
    const rows = facts({
      invoices: three.slice(0, 2),
      arrangements: [arrangement('dispute', disputed)],
    });
    const nights = ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-08'];

    const held = lastNight(rows, capped, nights);
    expect(toldOf(held)).toEqual([]);
    expect(lastNight(rows, capped, ['2026-03-09'], held.next).night).toMatchObject({
      notices: [{ key: 'C-1|EUR|dunning|reminder|1|B|letter', tell: ['customer'] }],
      suppressed: [{ because: 'reminder was told earlier in this episode' }],
    });
  });

  test('an invoice may be called anything', () => {
    const odd = facts({
      invoices: [inv('__proto__', '2026-03-01'), inv('constructor', '2026-03-01')],
    });
    const night = lastNight(odd, ladder, ['2026-03-04', '2026-03-05']);

    expect(night.invoices.map(({ stage }) => stage)).toEqual(['reminder', 'reminder']);
    expect(toldOf(night)).toEqual([]);
  });
});
