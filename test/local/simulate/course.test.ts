import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToCourse, emptyCourse } from '../../../local/simulate/course.ts';
import { addDebtor, type Debtors } from '../../../local/simulate/debtors.ts';
import { overdueOnStages } from '../../../local/simulate/overdue-on-stage.ts';
import { replay } from '../../../local/simulate/replay.ts';
import { saidInSpans } from '../../../local/simulate/said-in-spans.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { anyFacts, anyPolicy } from '../../arbitraries.ts';
import { day, facts, invoice, policy } from '../../builders.ts';

const nightsFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => addDays(day(first), at));

function courseOf(
  customers: readonly CustomerFacts[],
  days = nightsFrom('2026-02-25', 10),
  rules: Policy = policy(),
) {
  const course = emptyCourse(days);
  for (const each of customers)
    for (const [at, decision] of [...replay(each, days, rules)].entries())
      addToCourse(course, at, decision);
  return course;
}

describe('a course', () => {
  test('has what is overdue, all of it, on one stage or another, every night', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (rows, rules) => {
        const course = courseOf([rows], nightsFrom('2026-01-20', 40), rules);

        for (const [currency, overdue] of course.overdue) {
          const stages = [...(course.overdueOnStage.get(currency)?.values() ?? [])];
          const sums = [...overdue.keys()].map((at) =>
            stages.reduce((sum, nightly) => sum + (nightly[at] ?? 0), 0),
          );
          expect(sums).toEqual([...overdue]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('adds customers up night by night, each currency by itself', () => {
    const course = courseOf(
      [
        facts({ invoices: [invoice({ dueOn: '2026-02-26' })] }),
        facts({
          invoices: [
            invoice({ dueOn: '2026-02-27' }),
            invoice({ invoiceId: 'Y', currency: 'JPY' }),
          ],
        }),
      ],
      nightsFrom('2026-02-26', 3),
    );

    expect([...(course.open.get('EUR') ?? [])]).toEqual([20_000, 20_000, 20_000]);
    expect([...(course.overdue.get('EUR') ?? [])]).toEqual([0, 10_000, 20_000]);
    expect([...(course.overdue.get('JPY') ?? [])]).toEqual([0, 0, 0]);
  });

  test('counts letters and notices in the month they are said in, also where there are none', () => {
    const course = courseOf([facts({ invoices: [invoice()] })], nightsFrom('2026-02-25', 40));

    expect(saidInSpans(course)).toMatchObject([
      { span: '2026-02', letters: 0 },
      { span: '2026-03', letters: 3 },
      { span: '2026-04', letters: 0 },
    ]);
  });

  test('of more than three years is told by year', () => {
    const spans = saidInSpans(emptyCourse(nightsFrom('2023-01-01', 3 * 366)));

    expect(spans.map(({ span }) => span)).toEqual(['2023', '2024', '2025', '2026']);
  });
});

test('what is overdue on a stage has a mean over all nights, those without it too', () => {
  const course = courseOf([facts({ invoices: [invoice()] })], nightsFrom('2026-03-02', 4));

  const [none, reminder] = overdueOnStages([course], ['reminder']);

  expect(none).toMatchObject([{ stage: '(none)', onLastNight: 0, mean: 5_000 }]);
  expect(reminder).toMatchObject([{ stage: 'reminder', onLastNight: 10_000, mean: 5_000 }]);
});

test('the ten with most overdue are listed, the largest first', () => {
  const debtors: Debtors = new Map();
  for (let size = 1; size <= 12; size += 1) {
    const rows = facts({
      customer: { customerId: `C-${size}` },
      invoices: [invoice({ minorUnits: size * 100 })],
    });
    for (const { night } of replay(rows, [day('2026-03-02')], policy()))
      for (const account of night.accounts) addDebtor(debtors, night.customer, account);
  }

  const ids = debtors.get('EUR')?.map(({ customer }) => customer.customerId);
  expect(ids).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((size) => `C-${size}`));
});

test('a customer who owes nothing is no debtor', () => {
  const debtors: Debtors = new Map();
  const rows = facts({ invoices: [invoice({ minorUnits: -100 })] });
  for (const { night } of replay(rows, [day('2026-03-02')], policy()))
    for (const account of night.accounts) addDebtor(debtors, night.customer, account);

  expect(debtors.size).toBe(0);
});
