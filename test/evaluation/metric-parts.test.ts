import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../shared/evaluation/accounts.ts';
import {
  addParts,
  type MetricParts,
  metricPartsOn,
  noParts,
} from '../../shared/evaluation/metric-parts.ts';
import { metricsOf } from '../../shared/evaluation/metrics.ts';
import { monthsEarlier } from '../../shared/evaluation/months-back.ts';
import { type CustomerFacts, factsSeenOn } from '../../shared/ledger/customer-facts.ts';
import { anyDay, anyFacts } from '../arbitraries.ts';
import { arrangement, day, facts, invoice, payment } from '../builders.ts';

const partsOn = (over: Parameters<typeof facts>[0], asOf: string): MetricParts | undefined =>
  metricPartsOn(facts(over), day(asOf)).get('EUR');

const old = invoice({ invoiceId: 'OLD', issuedOn: '2025-12-15', dueOn: '2026-01-14' });

describe('metricPartsOn', () => {
  test.each([
    { asOf: '2026-03-01', current: 10_000, overdue: 0, because: 'the due date itself is not late' },
    { asOf: '2026-03-02', current: 0, overdue: 10_000, because: 'the day after is' },
    { asOf: '2026-03-10', current: 0, overdue: 6_000, because: 'a payment counts on its day' },
  ])(
    'on $asOf $current is current and $overdue overdue: $because',
    ({ asOf, current, overdue }) => {
      expect(partsOn({ invoices: [invoice()], payments: [payment()] }, asOf)).toMatchObject({
        current,
        overdue,
      });
    },
  );

  test('sales are by month back, credit notes taken off in theirs', () => {
    const credit = invoice({ invoiceId: 'CN', issuedOn: '2026-03-20', minorUnits: -1_000 });

    expect(partsOn({ invoices: [old, invoice(), credit] }, '2026-03-31')?.sales).toEqual([
      -1_000, 10_000, 0, 10_000, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  test.each([
    { asOf: '2026-03-14', opening: 0, because: 'it was issued on the first day of the window' },
    { asOf: '2026-03-15', opening: 10_000, because: 'it was open when the window began' },
  ])('on $asOf the opening balance is $opening: $because', ({ asOf, opening }) => {
    expect(partsOn({ invoices: [old] }, asOf)?.opening).toBe(opening);
  });

  test('only what was written off within the window is', () => {
    const off = arrangement('write-off', { from: '2026-02-01', invoiceId: 'OLD' });
    const rows = { invoices: [old], arrangements: [off] };

    expect(partsOn(rows, '2026-04-15')).toMatchObject({ opening: 10_000, writtenOff: 10_000 });
    expect(partsOn(rows, '2026-05-15')).toMatchObject({ opening: 0, writtenOff: 0 });
  });

  test.each([
    { asOf: '2027-03-04', paid: 1, because: 'it was paid less than twelve months ago' },
    { asOf: '2027-03-05', paid: 0, because: 'it was paid twelve months ago' },
  ])('on $asOf $paid invoices are looked at for delay: $because', ({ asOf, paid }) => {
    const payments = [payment({ paidOn: '2026-03-05', minorUnits: 10_000 })];
    const days = paid === 0 ? [0, 0] : [4, 32];

    expect(partsOn({ invoices: [invoice()], payments }, asOf)).toMatchObject({
      paidInvoices: paid,
      delayDays: days[0],
      daysToPay: days[1],
    });
  });

  test('an invoice paid early has a negative delay', () => {
    const payments = [payment({ paidOn: '2026-02-27', minorUnits: 10_000 })];

    expect(partsOn({ invoices: [invoice()], payments }, '2026-03-10')?.delayDays).toBe(-2);
  });
});

describe('the laws of metric parts', () => {
  test('the opening balance is what was open less unapplied on that day', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (each, asOf) => {
        const before = monthsEarlier(asOf, 3);
        const then = accountsOf(factsSeenOn(each, before), before);

        for (const [currency, { opening }] of metricPartsOn(each, asOf)) {
          const account = then.find((one) => one.currency === currency);
          const open = account?.invoices.reduce((sum, one) => sum + one.open, 0) ?? 0;
          expect(opening).toBe(open - (account?.unapplied ?? 0));
        }
      }),
    );
  });

  test('what was collected is what was paid within the window', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (each, asOf) => {
        const before = monthsEarlier(asOf, 3);
        for (const [currency, parts] of metricPartsOn(each, asOf)) {
          const paid = each.payments
            .filter((one) => one.currency === currency)
            .filter(({ paidOn }) => paidOn > before && paidOn <= asOf)
            .reduce((sum, { minorUnits }) => sum + minorUnits, 0);
          const sales = parts.sales.slice(0, 3).reduce((sum, one) => sum + one, 0);
          const closing = parts.current + parts.overdue - parts.unapplied;
          expect(parts.opening + sales - closing - parts.writtenOff).toBe(paid);
        }
      }),
    );
  });

  test('facts dated after a day change nothing on it', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (each, asOf) => {
        expect(metricPartsOn(factsSeenOn(each, asOf), asOf)).toEqual(metricPartsOn(each, asOf));
      }),
    );
  });

  test('the order of rows does not matter', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (each, asOf) => {
        const turned = {
          ...each,
          invoices: each.invoices.toReversed(),
          payments: each.payments.toReversed(),
          arrangements: each.arrangements.toReversed(),
        };

        expect(metricPartsOn(turned, asOf)).toEqual(metricPartsOn(each, asOf));
      }),
    );
  });

  test('parts of two customers are those of one who has the rows of both', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyDay, (one, another, asOf) => {
        const apart = [withoutAmounts(one), renamed(withoutAmounts(another))] as const;
        const together = metricPartsOn(joined(...apart), asOf);

        for (const [currency, parts] of together) {
          const [a, b] = apart.map((each) => metricPartsOn(each, asOf).get(currency) ?? noParts());
          expect(a && b && addParts(a, b)).toEqual(parts);
        }
      }),
    );
  });

  test('no metric is infinite or not a number', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (each, asOf) => {
        for (const parts of metricPartsOn(each, asOf).values())
          for (const { value } of metricsOf(parts))
            expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

/** An arrangement about all of a customer's invoices would be about those of the other too. */
const withoutAmounts = (each: CustomerFacts): CustomerFacts => ({
  ...each,
  arrangements: each.arrangements.filter(({ invoiceId }) => invoiceId !== undefined),
});

const renamed = (each: CustomerFacts): CustomerFacts =>
  facts({
    ...each,
    invoices: each.invoices.map((row) =>
      invoice({ ...row, invoiceId: `${row.invoiceId}'`, appliesTo: other(row.appliesTo) }),
    ),
    payments: each.payments.map((row) => payment({ ...row, invoiceId: other(row.invoiceId) })),
    arrangements: each.arrangements.map((row) =>
      arrangement(row.kind, { ...row, invoiceId: other(row.invoiceId) }),
    ),
  });

const other = (id: string | undefined) => (id === undefined ? undefined : `${id}'`);

const joined = (a: CustomerFacts, b: CustomerFacts): CustomerFacts => ({
  ...a,
  invoices: [...a.invoices, ...b.invoices],
  payments: [...a.payments, ...b.payments],
  arrangements: [...a.arrangements, ...b.arrangements],
});
