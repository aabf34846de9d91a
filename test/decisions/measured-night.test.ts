import { expect, test } from 'vitest';
import type { CustomerNight } from '../../shared/decisions/customer-night.ts';
import { measuredNight } from '../../shared/decisions/measured-night.ts';
import { portfolioMetrics, withPartsOf } from '../../shared/decisions/night-metrics.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { arrangement, facts, invoice, policy } from '../builders.ts';
import { lastNight } from './nights.ts';

const LATE_FEES = policy({ lateFees: { kind: 'fixed', amounts: { EUR: '25' } } });
const AS_OF = '2026-03-17';

const measured = (rows: CustomerFacts, rules = LATE_FEES): CustomerNight =>
  measuredNight(lastNight(rows, rules, [AS_OF]).night, rows, rules);

const owes = (minorUnits: number, currency = 'EUR', customer = {}): CustomerFacts =>
  facts({ customer, invoices: [invoice({ minorUnits, currency })] });

const dsoOf = (metrics: ReturnType<typeof portfolioMetrics>) =>
  metrics.filter(({ name }) => name === 'DSO').map(({ currency, value }) => [currency, value]);

test('a night is decided the same, measured or not', () => {
  const rows = owes(10_000);
  const { night } = lastNight(rows, LATE_FEES, [AS_OF]);
  const [account] = measured(rows).accounts;

  expect(account).toMatchObject(night.accounts[0] ?? {});
  expect(account?.metrics).toMatchObject({ overdue: 10_000 });
  expect(account?.lateFees).toMatchObject([{ invoiceId: 'INV-1', fixed: 2500 }]);
});

test.each([
  { customer: { policy: 'none' }, because: 'a customer that is never dunned' },
  { customer: { policy: 'lost' }, because: 'one whose policy is not in policy.json' },
])('no late fee comes about for $because', ({ customer }) => {
  expect(measured(owes(10_000, 'EUR', customer)).accounts[0]?.lateFees).toBeUndefined();
});

test('metrics of a portfolio come from the sums of its customers, per currency', () => {
  const nights = [owes(10_000), owes(30_000), owes(500, 'USD')].map((rows) => measured(rows));
  const portfolio = nights.reduce(withPartsOf, new Map());

  expect(portfolio.get('EUR')?.overdue).toBe(40_000);
  expect(dsoOf(portfolioMetrics(portfolio))).toEqual([
    ['EUR', 90],
    ['USD', 90],
  ]);
});

test('a customer by itself has metrics too', () => {
  const metrics = portfolioMetrics(withPartsOf(new Map(), measured(owes(10_000))));

  expect(metrics.map(({ name, value }) => [name, value])).toEqual([
    ['DSO', 90],
    ['count-back DSO', 60],
    ['best possible DSO', 0],
    ['average days delinquent', 90],
    ['collection effectiveness index', 0],
    ['average delay', undefined],
    ['average days to pay', undefined],
  ]);
});

test.each([
  { kind: 'hold', until: '2026-03-24', endsSoon: true, because: 'it ends in a week' },
  { kind: 'hold', until: '2026-03-25', endsSoon: false, because: 'that is more than a week' },
  { kind: 'hold', until: '2026-03-17', endsSoon: false, because: 'it is over on that day' },
  { kind: 'promise', until: '2026-03-17', endsSoon: true, because: 'it holds through that day' },
  { kind: 'dispute', until: undefined, endsSoon: false, because: 'it ends when it is ended' },
] as const)(
  'a $kind until $until ends soon: $endsSoon, for $because',
  ({ kind, until, endsSoon }) => {
    const rows = facts({
      arrangements: [
        arrangement(kind, { from: '2026-03-01', ...(until !== undefined && { until }) }),
      ],
    });

    expect(measured(rows).endingSoon !== undefined).toBe(endsSoon);
  },
);
