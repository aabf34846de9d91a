import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LateFee } from '../../shared/evaluation/late-fee.ts';
import { lateFeesOn } from '../../shared/evaluation/late-fees.ts';
import { type CustomerFacts, factsSeenOn } from '../../shared/ledger/customer-facts.ts';
import { anyDay, anyFacts } from '../arbitraries.ts';
import { arrangement, day, facts, invoice, payment, policy } from '../builders.ts';

type LateFees = Record<string, unknown>;

const ladder = (lateFees: LateFees, rest: LateFees = {}) =>
  policy({ lateFees, ...rest }).dunning.default;

/** Of 1,000.00 EUR due on 10 May 2026, unless the test says otherwise. */
const thousand = (over: Parameters<typeof invoice>[0] = {}) =>
  invoice({ issuedOn: '2026-04-10', dueOn: '2026-05-10', minorUnits: 100_000, ...over });

const feesOn = (
  asOf: string,
  lateFees: LateFees,
  rows: Parameters<typeof facts>[0] = {},
  rest: LateFees = {},
): readonly LateFee[] =>
  lateFeesOn(facts({ invoices: [thousand()], ...rows }), ladder(lateFees, rest), day(asOf)).get(
    'EUR',
  ) ?? [];

const interestOn = (...args: Parameters<typeof feesOn>): number | undefined =>
  feesOn(...args)[0]?.interest;

const becauseOn = (...args: Parameters<typeof feesOn>): string | undefined =>
  feesOn(...args)[0]?.because;

const STATUTORY = { kind: 'statutory' };
const TWELVE = { kind: 'percent', percent: 12 };

describe('statutory interest on 1,000.00 EUR due 2026-05-10', () => {
  test.each([
    { asOf: '2026-05-10', interest: undefined, because: 'the due date itself is not late' },
    { asOf: '2026-05-11', interest: 28, because: '1 day: 1000 × 10.15 % ÷ 365 = 0.278' },
    { asOf: '2026-06-30', interest: 1418, because: '51 days: 51 × 0.27808' },
    { asOf: '2026-07-01', interest: 1447, because: 'the new half-year adds a day at 10.40 %' },
    { asOf: '2026-07-09', interest: 1675, because: '51 × 0.27808 + 9 × 0.28493' },
  ])('is $interest on $asOf: $because', ({ asOf, interest }) => {
    expect(interestOn(asOf, STATUTORY)).toBe(interest);
  });

  test('falls with a part payment, from the day after it', () => {
    const payments = [payment({ paidOn: '2026-05-31', minorUnits: 40_000 })];

    // 21 × 1000 × 10.15 % + 30 × 600 × 10.15 % + 9 × 600 × 10.40 %, ÷ 365
    expect(interestOn('2026-07-09', STATUTORY, { payments })).toBe(1238);
  });

  test('comes with 40.00 EUR and says how', () => {
    expect(feesOn('2026-07-09', STATUTORY)).toMatchObject([
      {
        invoiceId: 'INV-1',
        interest: 1675,
        fixed: 4000,
        because:
          '60 days past due: 51 days at 10.15 % a year, 9 days at 10.4 % a year, and a fixed 40.00 EUR',
      },
    ]);
  });
});

describe('what the statutory rate is', () => {
  const rates = { ...STATUTORY, marginPoints: 9, rates: { '2026-01-01': 1.27 } };
  const countries = { DE: { marginPoints: 9 }, FR: { marginPoints: 10 } };

  test.each([
    { lateFees: rates, country: 'NL', is: '10.27 %', because: 'the policy names rate and points' },
    {
      lateFees: { ...STATUTORY, countries },
      country: 'DE',
      is: '11.15 %',
      because: 'Germany has 9',
    },
    {
      lateFees: { ...STATUTORY, countries },
      country: 'fr',
      is: '12.15 %',
      because: 'France has 10',
    },
    {
      lateFees: { ...STATUTORY, countries },
      country: 'NL',
      is: '10.15 %',
      because: 'others have 8',
    },
    {
      lateFees: { ...STATUTORY, marginPoints: 5, rates: { '2026-01-01': -6 } },
      country: 'NL',
      is: '0 %',
      because: 'it is never below nothing',
    },
  ])('for $country it is $is: $because', ({ lateFees, country, is }) => {
    expect(becauseOn('2026-05-11', lateFees, { customer: { country } })).toContain(`at ${is} `);
  });

  test.each([
    { asOf: '2026-12-31', says: false, because: 'it is the last day of that half-year' },
    { asOf: '2027-01-01', says: true, because: 'the rate of 2027-01-01 is not in the table' },
  ])('on $asOf the latest rate is used and named as such: $says, as $because', ({ asOf, says }) => {
    const because = becauseOn(asOf, STATUTORY);

    expect(because?.includes('the reference rate of 2026-07-01 is the latest known')).toBe(says);
  });

  test('before the table it is the oldest, and named as such', () => {
    const invoices = [thousand({ issuedOn: '2012-12-01', dueOn: '2012-12-30' })];

    expect(becauseOn('2013-01-01', STATUTORY, { invoices })).toBe(
      '2 days at 8.75 % a year and a fixed 40.00 EUR; the reference rate of 2013-01-01 is the oldest known',
    );
  });
});

describe('interest at 12 % a year', () => {
  test('counts 366 days of a leap year, each a 365th', () => {
    const invoices = [
      thousand({ issuedOn: '2023-12-01', dueOn: '2023-12-31', minorUnits: 36_500 }),
    ];

    expect(interestOn('2024-02-28', TWELVE, { invoices })).toBe(59 * 12);
    expect(interestOn('2024-02-29', TWELVE, { invoices })).toBe(60 * 12);
    expect(interestOn('2024-12-31', TWELVE, { invoices })).toBe(366 * 12);
  });

  test.each([
    { paidOn: '2026-05-10', fees: 0, because: 'it was paid on its due date' },
    { paidOn: '2026-05-11', fees: 1, because: 'it was paid a day late' },
  ])('is due of $fees invoice paid on $paidOn: $because', ({ paidOn, fees }) => {
    const payments = [payment({ paidOn, minorUnits: 100_000 })];

    expect(feesOn('2026-05-20', TWELVE, { payments })).toHaveLength(fees);
  });

  test.each([
    { asOf: '2026-07-10', interest: 1019, because: 'payment does not undo the delay' },
    { asOf: '2026-07-11', interest: undefined, because: 'it was paid more than 30 days ago' },
  ])('of an invoice paid on 2026-06-10 is $interest on $asOf: $because', ({ asOf, interest }) => {
    const payments = [payment({ paidOn: '2026-06-10', minorUnits: 100_000 })];

    expect(interestOn(asOf, TWELVE, { payments })).toBe(interest);
  });

  test('starts again on what was paid back', () => {
    const payments = [
      payment({ paidOn: '2026-05-08', minorUnits: 100_000 }),
      payment({ paymentId: 'BACK', paidOn: '2026-05-31', minorUnits: -100_000 }),
    ];

    // 10 days of June.
    expect(interestOn('2026-06-10', TWELVE, { payments })).toBe(329);
  });

  test('falls with a credit note that names the invoice', () => {
    const credit = invoice({
      invoiceId: 'CN',
      issuedOn: '2026-05-01',
      minorUnits: -40_000,
      appliesTo: 'INV-1',
    });

    expect(interestOn('2026-05-20', TWELVE, { invoices: [thousand(), credit] })).toBe(197);
  });

  test.each([
    { from: '2026-05-01', until: '2026-05-16', interest: 164, because: '5 days were undisputed' },
    { from: '2026-05-01', until: undefined, interest: undefined, because: 'it is disputed still' },
    { from: '2026-05-16', until: undefined, interest: 164, because: '5 days came before it' },
    { from: '2026-05-01', until: '2026-05-11', interest: 329, because: 'it ended in time' },
  ])('of a dispute from $from until $until is $interest: $because', (row) => {
    const { from, until, interest } = row;
    const arrangements = [arrangement('dispute', { from, until, invoiceId: 'INV-1' })];

    expect(interestOn('2026-05-20', TWELVE, { arrangements })).toBe(interest);
  });

  test('says that what is disputed costs nothing', () => {
    const arrangements = [arrangement('dispute', { from: '2026-05-16', minorUnits: 40_000 })];

    // 5 days of 1,000.00 and 5 of 600.00.
    expect(feesOn('2026-05-20', TWELVE, { arrangements })).toMatchObject([
      {
        interest: 263,
        because: '10 days at 12 % a year; what is disputed costs nothing while it is',
      },
    ]);
  });

  test.each([
    { tolerance: '9.99', fees: 1 },
    { tolerance: '10.00', fees: 0 },
  ])('is due of $fees invoice of 10.00 where $tolerance is tolerated', ({ tolerance, fees }) => {
    const invoices = [thousand({ minorUnits: 1_000 })];
    const rest = { tolerance: { EUR: tolerance } };

    expect(feesOn('2026-06-20', TWELVE, { invoices }, rest)).toHaveLength(fees);
  });
});

describe('the other kinds', () => {
  const once = { kind: 'percent', percent: 1.5, per: 'once' };
  const fixed = { kind: 'fixed', amounts: { EUR: '25' } };

  test('without late fees in the policy there are none', () => {
    expect(
      lateFeesOn(facts({ invoices: [thousand()] }), policy().dunning.default, day('2026-07-01')),
    ).toEqual(new Map());
  });

  test('a percent once is of what is open, whatever the days', () => {
    const payments = [payment({ paidOn: '2026-05-31', minorUnits: 40_000 })];

    expect(feesOn('2026-05-31', once, { payments })).toMatchObject([
      { interest: 900, because: '21 days past due: 1.5 % of 600.00 EUR open' },
    ]);
    expect(interestOn('2026-06-30', once, { payments })).toBe(900);
  });

  test('a fixed sum is per invoice in its currency', () => {
    const invoices = [thousand(), thousand({ invoiceId: 'USD-1', currency: 'USD' })];
    const fees = lateFeesOn(facts({ invoices }), ladder(fixed), day('2026-05-11'));

    expect([...fees.keys()]).toEqual(['EUR']);
    expect(fees.get('EUR')).toMatchObject([
      { interest: 0, fixed: 2500, because: '1 day past due: a fixed 25.00 EUR' },
    ]);
  });

  test.each([
    { compensation: {}, fixed: 0, because: '40 euro are no pounds' },
    { compensation: { GBP: '70' }, fixed: 7000, because: 'the policy names pounds' },
  ])('a late invoice in GBP costs $fixed besides interest: $because', ({ compensation, fixed }) => {
    const invoices = [thousand({ currency: 'GBP' })];
    const fees = lateFeesOn(
      facts({ invoices }),
      ladder({ ...STATUTORY, compensation }),
      day('2026-05-11'),
    );

    expect(fees.get('GBP')).toMatchObject([{ interest: 28, fixed }]);
  });
});

describe('the laws of late fees', () => {
  const law = (holds: (each: CustomerFacts, asOf: ReturnType<typeof day>) => void) =>
    fc.assert(fc.property(anyFacts, anyDay, holds));

  test('facts dated after a day change nothing on it, nor does the order of rows', () => {
    law((each, asOf) => {
      const { invoices, payments, arrangements } = factsSeenOn(each, asOf);
      const turned = {
        ...each,
        invoices: invoices.toReversed(),
        payments: payments.toReversed(),
        arrangements: arrangements.toReversed(),
      };

      const fees = lateFeesOn(each, ladder(STATUTORY), asOf);
      expect(lateFeesOn(turned, ladder(STATUTORY), asOf)).toEqual(fees);
    });
  });

  test('no invoice costs more than it would with nothing ever paid, credited or disputed', () => {
    law((each, asOf) => {
      const invoices = each.invoices.filter(({ minorUnits }) => minorUnits > 0);
      const bare = { ...each, invoices, payments: [], arrangements: [] };
      const most = new Map(
        [...lateFeesOn(bare, ladder(TWELVE), asOf).values()]
          .flat()
          .map(({ invoiceId, interest }) => [invoiceId, interest]),
      );

      for (const fees of lateFeesOn(each, ladder(TWELVE), asOf).values())
        for (const { invoiceId, interest } of fees)
          expect(interest).toBeLessThanOrEqual(most.get(invoiceId) ?? 0);
    });
  });
});
