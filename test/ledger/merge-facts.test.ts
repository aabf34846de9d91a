import { describe, expect, test } from 'vitest';
import { mergeFacts } from '../../shared/ledger/merge-facts.ts';
import { SpendFacts } from '../../shared/ledger/source-facts.ts';
import { budget, day, facts, invoice, spend } from '../builders.ts';

const charged = (over: Partial<SpendFacts> = {}): SpendFacts =>
  SpendFacts.parse({ customerId: 'C-1', spend: [spend('2026-03-04', 700)], ...over });

describe('mergeFacts', () => {
  test('the books say who a customer is, wherever they stand, and spend is taken together', () => {
    const books = facts({
      invoices: [invoice()],
      budgets: [budget(10_000)],
      spend: [spend('2026-03-03', 100)],
    });

    const merged = mergeFacts([charged({ name: 'CONTOSO LTD' }), books]);

    expect(merged).toEqual({
      ...books,
      spend: [spend('2026-03-04', 700), spend('2026-03-03', 100)],
    });
  });

  test('a customer whose spend alone is known is nobody’s, and never dunned', () => {
    expect(mergeFacts([charged({ name: 'Contoso' })]).customer).toEqual({
      customerId: 'C-1',
      name: 'Contoso',
      currency: 'EUR',
      policy: 'none',
      tags: [],
      isUnowned: true,
    });
    expect(mergeFacts([charged()]).customer.name).toBe('C-1');
  });

  test('a month to date tells a currency, too, and a portal’s budgets count', () => {
    const portal = charged({
      spend: [],
      readings: [{ date: day('2026-03-04'), minorUnits: 700, currency: 'GBP' }],
      budgets: [budget(10_000, { currency: 'GBP' })],
    });

    const merged = mergeFacts([portal]);

    expect(merged.customer.currency).toBe('GBP');
    expect(merged.budgets).toEqual([budget(10_000, { currency: 'GBP' })]);
  });

  test('without a name and without spend there is nothing to merge', () => {
    expect(() => mergeFacts([charged({ spend: [] })])).toThrow('Cannot merge facts of "C-1"');
  });
});
