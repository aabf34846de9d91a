import { describe, expect, test } from 'vitest';
import { hasSpendToWatch } from '../../../shared/decisions/email/digest-spend.ts';
import { aNight, aNotice, anAccount, cards, rowsUnder, TONIGHT } from '../night-builders.ts';
import { digestOf } from './digest-of.ts';

const manager = { email: 'ana@kestrel.example', role: 'account-manager' } as const;

const exposed = (total: number, over: object = {}) => ({
  currency: 'EUR',
  overdue: 0,
  notDue: total,
  uninvoiced: 0,
  forecastRemainder: 0,
  total,
  ...over,
});

/** A customer whose spend is told of, with so much at risk. */
const spending = (name: string, kind: string, stage: string, total: number, over: object = {}) =>
  aNight(
    {
      accounts: [],
      exposure: [exposed(total)],
      notices: [aNotice({ key: `${name}|${kind}`, kind, stage, because: 'so it is', ...over })],
    },
    { customerId: name.toLowerCase(), name },
  );

describe('the news of a digest', () => {
  test.each([
    { kind: 'budget', stage: '80', what: 'budget 80 %' },
    { kind: 'budget-forecast', stage: '100', what: 'forecast 100 % of budget' },
    { kind: 'budget-pace', stage: '15', what: 'spends 15 points ahead of the month' },
    { kind: 'exposure', stage: '100', what: 'exposure 100 % of the credit limit' },
    { kind: 'anomaly', stage: 'spike', what: 'spend spike' },
    { kind: 'anomaly', stage: 'sudden-compute', what: 'sudden jump in compute' },
    {
      kind: 'anomaly',
      stage: 'crypto-mining-like',
      what: 'spend looks like crypto-mining',
    },
    { kind: 'refund-clock', stage: '14', what: 'credit request for fraud: 14 days left' },
    { kind: 'refund-clock', stage: '1', what: 'credit request for fraud: 1 day left' },
    { kind: 'refund-clock', stage: 'expired', what: 'credit request for fraud: too late' },
    { kind: 'first-usage', stage: undefined, what: 'usage before the first payment' },
    { kind: 'no-budget', stage: undefined, what: 'no budget' },
    { kind: 'currency-mismatch', stage: 'budget', what: 'budget in another currency' },
  ])('says $kind $stage as "$what", with its reason and what is at risk', (row) => {
    const { kind, stage = '', what } = row;
    const night = spending(
      'Contoso',
      kind,
      stage,
      50_000,
      stage === '' ? { stage: undefined } : {},
    );
    const digest = digestOf(manager, [night], TONIGHT);

    expect(cards(digest)).toEqual([['Contoso', what, '500.00 EUR at risk', 'so it is']]);
    expect(digest?.subject).toBe(`1 customer needs attention: Contoso ${what}, 500.00 EUR at risk`);
  });

  test('ranks by exposure where it is known, and by what is overdue elsewhere', () => {
    const overdue = aNight(
      { accounts: [anAccount({ overdue: 30_000 })] },
      { customerId: 'late', name: 'Late' },
    );
    const nights = [
      spending('Small', 'budget', '80', 20_000),
      overdue,
      spending('Large', 'no-budget', '', 40_000),
    ];

    expect(cards(digestOf(manager, nights, TONIGHT)).map(([name]) => name)).toEqual([
      'Large',
      'Late',
      'Small',
    ]);
  });

  test('what is urgent comes first, whatever the money and the currency', () => {
    const urgent = spending('Mined', 'anomaly', 'crypto-mining-like', 1, {
      isUrgent: true,
      currency: 'USD',
    });
    const nights = [
      spending('Large', 'exposure', '100', 90_000),
      spending('Other', 'exposure', '100', 80_000),
      urgent,
    ];

    expect(cards(digestOf(manager, nights, TONIGHT)).map(([name]) => name)).toEqual([
      'Mined',
      'Large',
      'Other',
    ]);
  });

  test('a forecast that receded stands with who came down', () => {
    const night = spending('Contoso', 'forecast-receded', '100', 1);

    expect(rowsUnder('Came down or cleared', digestOf(manager, [night], TONIGHT))).toEqual([
      ['Contoso (so it is)', 'below it (Was: forecast 100 % of budget)', '0.00 EUR'],
    ]);
  });
});

describe('what still stands', () => {
  const news = spending('News', 'budget', '80', 1);
  const month = { currency: 'EUR', month: '2026-03', budget: 100_000, spent: 60_000, percent: 60 };
  const spike = {
    kind: 'anomaly',
    currency: 'EUR',
    startedOn: '2026-03-10',
    on: '2026-03-11',
    amount: 9,
    usual: 1,
    excess: 8,
    shape: 'spike',
    drivers: [],
    because: '2026-03-11 cost more',
  };
  const standing = (over: object) => aNight({ accounts: [], notices: [], ...over });
  const under = (heading: string, over: object) =>
    rowsUnder(heading, digestOf(manager, [news, standing(over)], TONIGHT));

  test.each([
    {
      over: { budgets: [{ ...month, crossed: 50 }] },
      rows: [],
      because: 'half a budget needs no watching',
    },
    {
      over: { budgets: [{ ...month, spent: 120_000, percent: 120, crossed: 100 }] },
      rows: [
        [
          'Contoso (March 2026 budget)',
          '1,200.00 EUR of the March 2026 budget of 1,000.00 EUR (120 %)',
        ],
      ],
      because: 'a spent one does',
    },
    {
      over: {
        budgets: [
          {
            ...month,
            forecast: 90_000,
            low: 80_000,
            high: 99_000,
            forecastTold: 100,
            hasReceded: true,
            lastError: 4.2,
          },
        ],
      },
      rows: [
        [
          'Contoso (March 2026 budget)',
          '600.00 EUR of the March 2026 budget of 1,000.00 EUR (60 %), forecast 900.00 EUR (800.00 EUR to 990.00 EUR), last month’s forecasts were 4.2 % off, receded',
        ],
      ],
      because: 'so does one that was forecast to be, with how good forecasts are',
    },
    {
      over: { anomalies: [spike] },
      rows: [['Contoso (spike since 10 March 2026)', '2026-03-11 cost more']],
      because: 'a spike that is not over',
    },
    {
      over: { refunds: [{ from: '2026-03-01', lastDay: '2026-04-30', daysLeft: 44 }] },
      rows: [['Contoso (credit request for fraud)', 'through 30 April 2026']],
      because: 'a clock that runs',
    },
    {
      over: { refunds: [{ from: '2026-01-01', lastDay: '2026-03-02', daysLeft: -15 }] },
      rows: [['Contoso (credit request for fraud)', 'too late since 2 March 2026']],
      because: 'and one that has run out',
    },
  ])('is watched: $because', ({ over, rows }) => {
    expect(under('Spend to watch', over)).toEqual(rows);
    expect(hasSpendToWatch(standing(over))).toBe(rows.length > 0);
  });

  test('exposure near its limit is ranked by how much of it is used', () => {
    const near = (percent: number) =>
      standing({ exposure: [exposed(percent * 100, { limit: 10_000, percent, crossed: 80 })] });
    const digest = digestOf(manager, [news, near(81), near(120)], TONIGHT);

    expect(rowsUnder('Exposure near its limit', digest)).toEqual([
      ['Contoso', '120.00 EUR (Credit limit 100.00 EUR)', '120 %'],
      ['Contoso', '81.00 EUR (Credit limit 100.00 EUR)', '81 %'],
    ]);
    expect(hasSpendToWatch(near(81))).toBe(true);
    expect(hasSpendToWatch(standing({ exposure: [exposed(1, { limit: 10_000 })] }))).toBe(false);
  });

  test('is not repeated on the night it is told, and makes no digest by itself', () => {
    const over = { budgets: [{ ...month, percent: 120, crossed: 100 }] };
    const tonight = standing({ ...over, notices: [aNotice({ kind: 'budget', stage: '100' })] });

    expect(rowsUnder('Spend to watch', digestOf(manager, [tonight], TONIGHT))).toEqual([]);
    expect(digestOf(manager, [standing(over)], TONIGHT)).toBeUndefined();
  });
});
