import { describe, expect, test } from 'vitest';
import { arrangement, facts, invoice, policy } from '../../builders.ts';
import { lastNight } from '../nights.ts';

const promise = (over: object) => arrangement('promise', { minorUnits: 9_000, ...over });
const long = promise({ from: '2025-01-10', until: '2025-01-31' });
const late = promise({ from: '2026-03-05', until: '2026-03-10' });
const owing = invoice({ issuedOn: '2024-12-01', dueOn: '2025-01-01' });
const rules = policy({ stages: [{ name: 'reminder', afterDays: 3 }] });
const LONG = 'EUR|broken||2025-01-10|2025-01-31|9000';
const LATE = 'EUR|broken||2026-03-05|2026-03-10|9000';

describe('that a promise was told to be broken', () => {
  const told = lastNight(facts({ invoices: [owing], arrangements: [long] }), rules, ['2025-02-01']);
  const remembered = (arrangements: ReturnType<typeof promise>[], night: string) =>
    lastNight(facts({ invoices: [owing], arrangements }), rules, [night], told.next).next
      .settledPromises;

  test.each([
    { night: '2025-06-01', kept: [LONG], because: 'nothing new is to be remembered' },
    { night: '2026-03-11', kept: [LATE], because: 'its day is more than 400 days past' },
  ])('on $night is $kept where its source forgot it: $because', ({ night, kept }) => {
    expect(remembered([late], night)).toEqual(kept);
  });

  test('is remembered as long as its source names it', () => {
    expect(remembered([long, late], '2026-03-11')).toEqual([LONG, LATE]);
  });

  test('is remembered for 400 days where it does not', () => {
    const soon = promise({ from: '2026-02-20', until: '2026-03-06' });
    const key = 'EUR|broken||2026-02-20|2026-03-06|9000';

    expect(remembered([soon], '2026-03-07')).toEqual([LONG, key]);
    expect(remembered([soon], '2026-03-08')).toEqual([key]);
  });
});
