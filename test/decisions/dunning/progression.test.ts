import { describe, expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import { nextStage } from '../../../shared/decisions/dunning/next-stage.ts';
import { facts, invoice, payment, policy } from '../../builders.ts';
import { lastNight, stageOf } from '../nights.ts';

const owing = facts({ invoices: [invoice()] });
const stages = [
  { name: 'reminder', afterDays: 3 },
  { name: 'second', afterDays: 10 },
  { name: 'final', afterDays: 21 },
];

describe('nextStage', () => {
  const climb = { stages: 4, oneStep: false, mayRise: true, mayEnter: () => true };
  const among =
    (...held: number[]) =>
    (stage: number) =>
      held.includes(stage);

  test.each([
    { from: -1, held: [0, 2], to: 2, oneStep: false, because: 'the most severe that holds' },
    { from: -1, held: [0, 2], to: 0, oneStep: true, because: 'one step only' },
    { from: -1, held: [2], to: -1, oneStep: true, because: 'no stage is passed over' },
    { from: 0, held: [0, 2], to: 0, oneStep: true, because: 'the one above does not hold' },
    { from: 1, held: [0, 2], to: 2, oneStep: true, because: 'the stage right above holds' },
    { from: 1, held: [0, 3], to: 0, oneStep: true, because: 'down to what holds' },
    { from: 3, held: [0], to: 0, oneStep: true, because: 'down goes straight' },
    { from: 3, held: [], to: -1, oneStep: false, because: 'nothing holds' },
    { from: 3, held: [1, 3], to: 3, oneStep: false, because: 'the stage still holds' },
  ])('from $from, $held hold, one step $oneStep: $to, because $because', (row) => {
    const holds = among(...row.held);
    const rules = { ...climb, oneStep: row.oneStep, holds, pushes: holds };

    expect(nextStage(row.from, rules)).toBe(row.to);
  });

  test('what waits pushes nothing up but keeps a stage', () => {
    const rules = { ...climb, holds: among(0, 1, 2), pushes: among(0) };

    expect(nextStage(-1, rules)).toBe(0);
    expect(nextStage(2, rules)).toBe(2);
  });

  test('where nothing may rise, down still goes', () => {
    const rules = { ...climb, mayRise: false, holds: among(0, 3), pushes: among(0, 3) };

    expect(nextStage(1, rules)).toBe(0);
    expect(nextStage(-1, rules)).toBe(-1);
  });
});

describe('progression', () => {
  test('most-severe goes straight to where the days are', () => {
    expect(stageOf(lastNight(owing, policy({ stages }), ['2026-04-01']))).toBe('final');
  });

  test.each([
    { nights: ['2026-04-01'], stage: 'reminder' },
    { nights: ['2026-04-01', '2026-04-01'], stage: 'reminder' },
    { nights: ['2026-04-01', '2026-04-02'], stage: 'second' },
    { nights: ['2026-04-01', '2026-04-02', '2026-04-03'], stage: 'final' },
    { nights: ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04'], stage: 'final' },
  ])('one-step after $nights stands on $stage', ({ nights, stage }) => {
    expect(stageOf(lastNight(owing, policy({ stages, progression: 'one-step' }), nights))).toBe(
      stage,
    );
  });

  test('a payment brings the stage down to what the facts say, a chargeback back up', () => {
    const invoices = [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-20' })];
    const paid = payment({ minorUnits: 10_000, paidOn: '2026-03-25' });
    const back = payment({ paymentId: 'PAY-2', minorUnits: -10_000, paidOn: '2026-03-26' });
    const rows = facts({ invoices, payments: [paid, back] });
    const stageAfter = (...nights: string[]) =>
      stageOf(lastNight(rows, policy({ stages }), nights));

    expect(stageAfter('2026-03-24')).toBe('final');
    expect(stageAfter('2026-03-24', '2026-03-25')).toBe('reminder');
    expect(stageAfter('2026-03-24', '2026-03-25', '2026-03-26')).toBe('final');
  });

  test('since says when the stage was entered, also after coming down to it', () => {
    const invoices = [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-05' })];
    const payments = [payment({ minorUnits: 10_000, paidOn: '2026-03-12' })];
    const nights = ['2026-03-04', '2026-03-11', '2026-03-12', '2026-03-13'];

    const { night, next } = lastNight(facts({ invoices, payments }), policy({ stages }), nights);

    expect(night.accounts[0]).toMatchObject({ stage: 'reminder', since: '2026-03-04' });
    expect(next.accounts['EUR']?.enteredOn).toEqual({ reminder: '2026-03-04' });
  });
});

describe('a stage that follows on the one before', () => {
  const following = policy({
    stages: [
      { name: 'reminder', afterDays: 3 },
      { name: 'second', afterDays: 7, since: 'previous-stage' },
    ],
  });

  test.each([
    { nights: ['2026-03-03'], stage: undefined, because: 'the first counts from the basis date' },
    { nights: ['2026-03-20'], stage: 'reminder', because: 'however late, the first comes first' },
    { nights: ['2026-03-20', '2026-03-26'], stage: 'reminder', because: 'six days are not seven' },
    { nights: ['2026-03-20', '2026-03-27'], stage: 'second', because: 'seven are' },
    { nights: ['2026-03-20', '2026-03-27', '2026-04-30'], stage: 'second', because: 'it stays' },
  ])('after $nights it is $stage: $because', ({ nights, stage }) => {
    expect(stageOf(lastNight(owing, following, nights))).toBe(stage);
  });

  test('it counts from a night before, never from the same', () => {
    const sameDay = policy({
      stages: [
        { name: 'reminder', afterDays: 3 },
        { name: 'second', afterDays: 0, since: 'previous-stage' },
      ],
    });

    expect(stageOf(lastNight(owing, sameDay, ['2026-03-20']))).toBe('reminder');
    expect(stageOf(lastNight(owing, sameDay, ['2026-03-20', '2026-03-20']))).toBe('reminder');
    expect(stageOf(lastNight(owing, sameDay, ['2026-03-20', '2026-03-21']))).toBe('second');
  });

  test('it falls with the stage it follows on', () => {
    const paid = facts({
      invoices: [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-27' })],
      payments: [payment({ minorUnits: 10_000, paidOn: '2026-03-28' })],
    });

    const nights = ['2026-03-20', '2026-03-27', '2026-03-28'];

    expect(stageOf(lastNight(paid, following, nights, NEW_CUSTOMER))).toBeUndefined();
  });
});
