import { describe, expect, test } from 'vitest';
import { facts, invoice, policy } from '../../builders.ts';
import { lastNight, stageOf } from '../nights.ts';

const invoices = [
  invoice({ minorUnits: 3_000 }),
  invoice({ invoiceId: 'INV-2', dueOn: '2026-03-10', minorUnits: 2_000 }),
];
const stageWhen = (night: string, when: object, rest: object = {}) =>
  stageOf(
    lastNight(
      facts({ invoices, customer: { tags: ['key', 'public'] } }),
      policy({ stages: [{ name: 'reminder', afterDays: 3, when }], ...rest }),
      [night],
    ),
  );

describe('the condition of a stage', () => {
  test.each([
    { night: '2026-03-10', when: { overdueAtLeast: { EUR: '50' } }, holds: false },
    { night: '2026-03-11', when: { overdueAtLeast: { EUR: '50' } }, holds: true },
    { night: '2026-03-11', when: { overdueAtLeast: { EUR: '50.01' } }, holds: false },
    { night: '2026-03-11', when: { overdueAtLeast: { USD: '900' } }, holds: true },
    { night: '2026-03-10', when: { overdueInvoicesAtLeast: 2 }, holds: false },
    { night: '2026-03-11', when: { overdueInvoicesAtLeast: 2 }, holds: true },
    { night: '2026-03-11', when: { overdueInvoicesAtLeast: 3 }, holds: false },
    { night: '2026-03-11', when: { tags: ['key', 'public'] }, holds: true },
    { night: '2026-03-11', when: { tags: ['key', 'other'] }, holds: false },
    { night: '2026-03-11', when: { withoutTags: ['other'] }, holds: true },
    { night: '2026-03-11', when: { withoutTags: ['other', 'key'] }, holds: false },
  ])('on $night $when holds: $holds', ({ night, when, holds }) => {
    expect(stageWhen(night, when)).toBe(holds ? 'reminder' : undefined);
  });

  test('by invoice date an invoice counts as overdue from the day it was issued', () => {
    const when = { overdueAtLeast: { EUR: '50' } };

    expect(stageWhen('2026-02-04', when, { basis: 'invoice-date' })).toBe('reminder');
  });
});
