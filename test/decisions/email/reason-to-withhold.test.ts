import { describe, expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import { reasonToWithhold } from '../../../shared/decisions/email/reason-to-withhold.ts';
import { arrangement, day, facts, invoice, payment, policy } from '../../builders.ts';
import { lastNight } from '../nights.ts';

const ladder = policy({
  stages: [{ name: 'reminder', afterDays: 3, tell: ['customer'] }],
  promises: { toleranceDays: 2 },
});
const owing = facts({ invoices: [invoice()] });
const paid = facts({ invoices: [invoice()], payments: [payment({ minorUnits: 10_000 })] });
const onReminder = lastNight(owing, ladder, ['2026-03-09']).next;
const cleared = lastNight(paid, ladder, ['2026-03-09', '2026-03-10']);
const keysOf = ({ night }: typeof cleared) => night.notices.map(({ key }) => key);

describe('a letter that asks', () => {
  const reminder = ['C-1|EUR|dunning|reminder|1'];
  const promised = (until: string) =>
    facts({ invoices: [invoice()], arrangements: [arrangement('promise', { until })] });

  test.each([
    { rows: owing, because: undefined, what: 'nothing changed' },
    { rows: paid, because: 'no longer at reminder: nothing is open', what: 'it was paid' },
    {
      rows: facts({ invoices: [invoice()], arrangements: [arrangement('hold')] }),
      because: 'a hold from 2026-03-05 is in force',
      what: 'a hold came',
    },
    {
      rows: promised('2026-03-08'),
      because: 'a promise from 2026-03-05 is in force',
      what: 'a promise is still tolerated',
    },
    { rows: promised('2026-03-07'), because: undefined, what: 'a promise was broken' },
    {
      rows: facts({
        invoices: [invoice()],
        payments: [payment({ minorUnits: 4_000 })],
        arrangements: [arrangement('promise', { until: '2026-03-31', minorUnits: 4_000 })],
      }),
      because: undefined,
      what: 'a promise was kept and more is owed',
    },
    {
      rows: facts({
        invoices: [invoice()],
        arrangements: [
          arrangement('promise', { until: '2026-03-31', minorUnits: 4_000, currency: 'USD' }),
        ],
      }),
      because: undefined,
      what: 'a promise was made in another currency',
    },
  ])('is withheld with the reason "$because" when $what', ({ rows, because }) => {
    expect(reasonToWithhold(rows, onReminder, ladder, day('2026-03-10'), reminder)).toBe(because);
  });
});

describe('a letter that only gives thanks', () => {
  const withheld = (rows: typeof owing, asOf: string) =>
    reasonToWithhold(rows, cleared.next, ladder, day(asOf), keysOf(cleared));

  test('goes out to a customer who is on no stage, whatever else is in force', () => {
    const held = { ...paid, arrangements: [arrangement('hold')] };

    expect(keysOf(cleared)).toEqual(['C-1|EUR|recovery|1|reminder|2026-03-10|letter']);
    expect(withheld(paid, '2026-03-10')).toBeUndefined();
    expect(withheld(held, '2026-03-10')).toBeUndefined();
  });

  test('is withheld when the payment was taken back', () => {
    const back = payment({ paymentId: 'P-2', minorUnits: -10_000, paidOn: '2026-03-11' });

    expect(withheld({ ...paid, payments: [...paid.payments, back] }, '2026-03-11')).toBe(
      'the customer is at reminder again',
    );
  });

  test('is not withheld for what is owed in another currency', () => {
    const dollars = invoice({ invoiceId: 'USD-1', currency: 'USD' });

    expect(withheld({ ...paid, invoices: [invoice(), dollars] }, '2026-03-11')).toBeUndefined();
  });
});

test('a letter whose notices are not known is taken for one that asks', () => {
  expect(reasonToWithhold(owing, NEW_CUSTOMER, ladder, day('2026-03-10'), [])).toBe(
    'nothing is on a dunning stage any more',
  );
});
