import { expect, test } from 'vitest';
import { NO_STAGE } from '../../../local/simulate/course.ts';
import { replay } from '../../../local/simulate/replay.ts';
import {
  amountsTable,
  stagesTables,
  toldTable,
} from '../../../local/simulate/summary/summary-tables.ts';
import { tallier } from '../../../local/simulate/tally.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import { day, facts, invoice, policy } from '../../builders.ts';

const MARCH = Array.from({ length: 10 }, (_, at) => addDays(day('2026-03-01'), at));

const owing = (customerId: string, over: object = {}): CustomerFacts =>
  facts({ customer: { customerId, ...over }, invoices: [invoice()] });

function tallyOf(customers: readonly CustomerFacts[], rules = policy()) {
  const { tally, add } = tallier(MARCH, rules);
  for (const each of customers) for (const decision of replay(each, MARCH, rules)) add(decision);
  return tally;
}

test('every account stands somewhere on every night', () => {
  const { course } = tallyOf([owing('C-1'), owing('C-2', { policy: 'none' })]);

  expect([...(course.accounts.get(NO_STAGE) ?? [])]).toEqual([2, 2, 2, 1, 1, 1, 1, 1, 1, 1]);
  expect([...(course.accounts.get('reminder') ?? [])]).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
});

test('what only waits for a working day is not held back', () => {
  const onSaturday = facts({ invoices: [invoice({ dueOn: '2026-03-04' })] });
  const weekdays = policy({}, { contact: { workingDaysOnly: true } });

  expect(tallyOf([onSaturday], weekdays)).toMatchObject({ letters: 1, lettersHeldBack: 0 });
});

test('letters are counted once, held back ones too, however many nights they wait', () => {
  const tally = tallyOf([owing('C-1'), owing('C-2', { billingEmail: undefined })]);

  expect(tally).toMatchObject({ customers: 2, letters: 1 });
  expect(tally.lettersHeldBack).toBe(1);
  expect(tally.told.get('dunning')?.get('reminder')).toEqual({
    notices: 2,
    'account-manager': 2,
    customer: 1,
    'credit-controller': 0,
  });
});

test('customers on a policy nobody wrote are counted, and no letter of theirs is held back', () => {
  const tally = tallyOf([owing('C-1', { policy: 'gold' }), owing('C-2', { policy: 'none' })]);

  expect(tally).toMatchObject({ withUnknownPolicy: 1, letters: 0, lettersHeldBack: 0 });
});

test('amounts are those of the last night, by currency', () => {
  const { amounts } = tallyOf([owing('C-1'), owing('C-2')]);

  expect([...amounts.keys()]).toEqual(['EUR']);
  expect(amounts.get('EUR')).toEqual(
    new Map([
      ['current', 0],
      ['1-30', 20_000],
      ['31-60', 0],
      ['61-90', 0],
      ['over-90', 0],
      ['unapplied', 0],
      ['open', 20_000],
    ]),
  );
});

test('no table of a summary is wider than 100 columns', () => {
  const stages = Array.from({ length: 30 }, (_, at) => ({
    name: `a-rather-long-stage-${at}`,
    afterDays: at < 2 ? at : 99,
  }));
  const tally = tallyOf([owing('C-1')], policy({ stages }));
  for (const { name } of stages)
    tally.course.accounts.set(name, new Float64Array(MARCH.length).fill(1_000_000));
  const rules = policy({ stages });

  const text = [stagesTables(tally, rules), toldTable(tally, rules), amountsTable(tally)].join(
    '\n',
  );

  expect(text).toContain('a-rather-long-stage-29');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('a sum that is not exact is not shown as if it were', () => {
  const tally = tallyOf([owing('C-1')]);
  tally.amounts.get('EUR')?.set('open', Number.MAX_SAFE_INTEGER + 1);

  expect(amountsTable(tally)).toContain('too large to be exact');
});
