import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../shared/evaluation/accounts.ts';
import { agingOf, bucketNames } from '../../shared/evaluation/aging.ts';
import { dayNumber } from '../../shared/ledger/calendar-date.ts';
import { arrangement, day, facts, invoice } from '../builders.ts';

const aged = (asOf: string, over: object, basis: 'due-date' | 'invoice-date' = 'due-date') => {
  const [account] = accountsOf(
    facts({ invoices: [invoice(over)], arrangements: [arrangement('dispute')] }),
    day(asOf),
  );
  if (account === undefined) return [];
  const aging = agingOf(account, { basis, bucketDays: [30, 60, 90] }, dayNumber(day(asOf)));
  return Object.entries(aging).filter(([, amount]) => amount !== 0);
};

describe('agingOf', () => {
  test.each([
    { asOf: '2026-02-20', bucket: 'current', because: 'what is not yet due is current' },
    { asOf: '2026-03-31', bucket: 'current', because: 'the due date itself is not late' },
    { asOf: '2026-04-01', bucket: '1-30', because: 'one day past due opens the first bucket' },
    { asOf: '2026-04-30', bucket: '1-30', because: 'day 30 closes it' },
    { asOf: '2026-05-01', bucket: '31-60', because: 'day 31 opens the next' },
    { asOf: '2026-05-30', bucket: '31-60', because: 'day 60 closes it' },
    { asOf: '2026-05-31', bucket: '61-90', because: 'day 61 opens the next' },
    { asOf: '2026-06-29', bucket: '61-90', because: 'day 90 closes it' },
    { asOf: '2026-06-30', bucket: 'over-90', because: 'day 91 has no upper end' },
  ])('on $asOf a disputed invoice due 2026-03-31 is $bucket: $because', ({ asOf, bucket }) => {
    expect(aged(asOf, { dueOn: '2026-03-31' })).toEqual([[bucket, 10_000]]);
  });

  test.each([
    { asOf: '2024-02-28', bucket: 'current', because: 'the day of issue is current' },
    { asOf: '2024-02-29', bucket: '1-30', because: 'a leap day is a day' },
    { asOf: '2024-03-29', bucket: '1-30', because: 'thirty days after' },
    { asOf: '2024-03-30', bucket: '31-60', because: 'and one more' },
  ])('by invoice date, on $asOf one issued 2024-02-28 is $bucket: $because', ({ asOf, bucket }) => {
    const over = { issuedOn: '2024-02-28', dueOn: '2024-12-31' };

    expect(aged(asOf, over, 'invoice-date')).toEqual([[bucket, 10_000]]);
  });

  test('buckets are named by their days, whatever the policy cuts', () => {
    expect(bucketNames([30, 60, 90])).toEqual(['current', '1-30', '31-60', '61-90', 'over-90']);
    expect(bucketNames([7])).toEqual(['current', '1-7', 'over-7']);
  });
});
