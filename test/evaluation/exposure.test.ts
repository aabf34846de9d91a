import { describe, expect, test } from 'vitest';
import { exposureOf, uninvoicedSpend } from '../../shared/evaluation/exposure.ts';
import { spentDays } from '../../shared/evaluation/spend/spent-days.ts';
import { day, invoice, spend } from '../builders.ts';

const spends = spentDays(
  [
    spend('2025-12-31', 1),
    spend('2026-01-01', 20),
    spend('2026-01-31', 300),
    spend('2026-02-01', 4_000),
    spend('2026-02-28', 50_000),
    spend('2026-02-28', 600_000, 'USD'),
  ],
  0,
  day('2026-04-30'),
);

describe('uninvoicedSpend', () => {
  test.each([
    {
      asOf: '2026-02-01',
      issuedOn: '2026-01-31',
      is: 4_320,
      because: 'January has no invoice yet',
    },
    { asOf: '2026-02-01', issuedOn: '2026-02-01', is: 4_000, because: 'now it has' },
    { asOf: '2026-02-28', issuedOn: '2026-02-10', is: 54_000, because: 'February has none yet' },
    { asOf: '2026-03-01', issuedOn: '2026-02-10', is: 54_000, because: 'nor has it in March' },
    { asOf: '2026-03-31', issuedOn: '2026-03-31', is: 0, because: 'until one of March is there' },
    {
      asOf: '2026-04-01',
      issuedOn: '2026-02-10',
      is: 0,
      because: 'what lies further back is invoiced',
    },
    {
      asOf: '2026-01-01',
      issuedOn: '2025-12-15',
      is: 21,
      because: 'before January comes December',
    },
  ])('on $asOf it is $is: $because', ({ asOf, issuedOn, is }) => {
    expect(uninvoicedSpend(spends, [invoice({ issuedOn })], 'EUR', day(asOf))).toBe(is);
  });

  test.each([
    { over: { currency: 'USD' }, because: 'of another currency' },
    { over: { minorUnits: -100 }, because: 'a credit note' },
    { over: { issuedOn: '2026-02-20' }, because: 'of a later day' },
  ])('an invoice covers nothing where it is $because', ({ over }) => {
    const issued = invoice({ issuedOn: '2026-02-05', ...over });

    expect(uninvoicedSpend(spends, [issued], 'EUR', day('2026-02-10'))).toBe(4_320);
  });
});

describe('exposureOf', () => {
  test('adds what is open to what was and will be spent', () => {
    const owed = { open: 70, overdue: 30, unapplied: 20 };

    expect(exposureOf('EUR', owed, 500, 4_000)).toEqual({
      currency: 'EUR',
      overdue: 30,
      notDue: 60,
      uninvoiced: 500,
      forecastRemainder: 4_000,
      total: 4_590,
    });
  });

  test('counts spend that was credited back as nothing', () => {
    expect(exposureOf('EUR', undefined, -500, -1).total).toBe(0);
  });
});
