import { describe, expect, test } from 'vitest';
import { facts } from '../../builders.ts';
import {
  becauseIn,
  everyDay,
  lastOf,
  nightOf,
  nightsOver,
  tellsOnly,
  toldIn,
} from './spend-nights.ts';

const spikes = (over: Record<string, unknown> = {}) =>
  tellsOnly({ anomalies: { tellFromMinorUnits: 2_500, ...over } });

const MACHINES = { service: 'Virtual Machines', subscriptionId: 'shop-prod' };
/** 50.00 a day, and so much from one day through another. */
const spiking = (amount: number, from: string, through = from, over = {}) =>
  facts({
    spend: everyDay(
      '2026-01-01',
      '2026-04-30',
      (date) => (date >= from && date <= through ? amount : 5_000),
      over,
    ),
  });
const MARCH = ['2026-03-01', '2026-03-31'] as const;

describe('a spike', () => {
  test.each([
    { amount: 10_000, told: ['03-11 anomaly spike'], because: 'twice the usual is told' },
    { amount: 7_500, told: ['03-11 anomaly spike'], because: '25.00 above is enough' },
    { amount: 7_499, told: [], because: 'a cent less wakes nobody' },
    { amount: 5_100, told: [], because: '2 % above the usual is usual' },
  ])('of $amount on 10 March, judged the night after: $because', ({ amount, told }) => {
    expect(toldIn(nightsOver(spiking(amount, '2026-03-10'), spikes(), MARCH))).toEqual(told);
  });

  test.each([
    { days: 0, told: '03-10 anomaly spike' },
    { days: 1, told: '03-11 anomaly spike' },
    { days: 2, told: '03-12 anomaly spike' },
  ])('of a day that is whole after $days days is told then', ({ days, told }) => {
    const rules = spikes({ completeAfterDays: days });

    expect(toldIn(nightsOver(spiking(20_000, '2026-03-10'), rules, MARCH))).toEqual([told]);
  });

  test.each([
    { rows: spiking(20_000, '2026-03-10', '2026-03-14'), because: 'for five days' },
    { rows: spiking(20_000, '2026-03-10', '2026-03-31'), because: 'for good' },
  ])('$because is told once', ({ rows }) => {
    expect(toldIn(nightsOver(rows, spikes(), MARCH))).toEqual(['03-11 anomaly spike']);
  });

  test('after a week of quiet is another one', () => {
    const amounts: Record<string, number> = { '2026-03-05': 20_000, '2026-03-20': 20_000 };
    const spend = everyDay('2026-01-01', '2026-04-30', (date) => amounts[date] ?? 5_000);

    expect(toldIn(nightsOver(facts({ spend }), spikes(), MARCH))).toEqual([
      '03-06 anomaly spike',
      '03-21 anomaly spike',
    ]);
  });

  test('has the money that wakes somebody per currency', () => {
    const rows = spiking(10_000, '2026-03-10');

    expect(toldIn(nightsOver(rows, spikes({ tellFrom: { EUR: '50.01' } }), MARCH))).toEqual([]);
    expect(toldIn(nightsOver(rows, spikes({ tellFrom: { EUR: '50.00' } }), MARCH))).toHaveLength(1);
  });

  test('too small to tell is in the report, and told once it has grown', () => {
    const amounts: Record<string, number> = { '2026-03-10': 7_400, '2026-03-11': 11_000 };
    const spend = everyDay('2026-01-01', '2026-04-30', (date) => amounts[date] ?? 5_000);
    const rows = facts({ spend });
    const first = nightsOver(rows, spikes(), ['2026-03-01', '2026-03-11']);

    expect(toldIn(first)).toEqual([]);
    expect(nightOf(first).anomalies).toMatchObject([{ kind: 'anomaly', excess: 2_400 }]);
    expect(toldIn(nightsOver(rows, spikes(), MARCH))).toEqual(['03-12 anomaly spike']);
  });

  test('says its day, its size and what drove it', () => {
    const nights = nightsOver(
      spiking(12_500, '2026-03-10', '2026-03-10', MACHINES),
      spikes(),
      MARCH,
    );

    expect(becauseIn(nights)).toEqual([
      '2026-03-10 cost 125.00 EUR where 50.00 EUR is usual (150 % above); driven by Virtual Machines in shop-prod +75.00 EUR',
    ]);
  });

  test('stands in the report while it is not over', () => {
    const rows = spiking(20_000, '2026-03-10', '2026-03-11');
    const on = (night: string) =>
      nightOf(nightsOver(rows, spikes(), ['2026-03-01', night])).anomalies;

    expect(on('2026-03-10')).toBeUndefined();
    expect(on('2026-03-12')).toMatchObject([
      { startedOn: '2026-03-10', on: '2026-03-11', amount: 20_000, usual: 5_000, excess: 30_000 },
    ]);
    expect(on('2026-03-19')).toHaveLength(1);
    expect(on('2026-03-20')).toBeUndefined();
  });
});

describe('on the first night', () => {
  const rows = spiking(20_000, '2026-03-10', '2026-03-14');

  test.each([
    { night: '2026-03-14', told: ['03-14 anomaly spike'], because: 'it is not over' },
    { night: '2026-03-17', told: ['03-17 anomaly spike'], because: 'it may have gone on' },
    { night: '2026-03-18', told: [], because: 'it was over days ago' },
  ])('$night a spike that began earlier has its first day: $because', ({ night, told }) => {
    const nights = nightsOver(rows, spikes(), [night, night]);

    expect(toldIn(nights)).toEqual(told);
    expect(nightOf(nights).anomalies).toMatchObject([{ startedOn: '2026-03-10' }]);
  });
});

describe('compute that jumps', () => {
  const rows = spiking(30_000, '2026-03-10', '2026-03-14', MACHINES);

  test('is told at once, and again, urgently, once it stays', () => {
    const nights = nightsOver(rows, spikes(), MARCH);

    expect(toldIn(nights)).toEqual([
      '03-11 anomaly sudden-compute',
      '03-12 anomaly crypto-mining-like',
    ]);
    const notices = nights.flatMap(({ night }) => night.notices);
    expect(notices.map(({ isUrgent }) => isUrgent)).toEqual([undefined, true]);
    expect(notices[1]?.because).toContain('look now');
    expect(notices[1]?.because).toContain('record a fraud-case');
  });

  test('is told once, urgently, after nights that were missed', () => {
    const before = lastOf(nightsOver(rows, spikes(), ['2026-03-01', '2026-03-10']));
    const nights = nightsOver(rows, spikes(), ['2026-03-13', '2026-03-31'], before.next);

    expect(toldIn(nights)).toEqual(['03-13 anomaly crypto-mining-like']);
  });

  test.each([
    { amount: 14_900, because: 'not three-fold' },
    { amount: 30_000, over: { service: 'Storage' }, because: 'not of compute' },
  ])('$because is a spike', ({ amount, over = MACHINES }) => {
    const told = toldIn(
      nightsOver(spiking(amount, '2026-03-10', '2026-03-14', over), spikes(), MARCH),
    );

    expect(told).toEqual(['03-11 anomaly spike']);
  });
});

describe('a day that is not known', () => {
  const even = everyDay('2026-01-01', '2026-03-31', 5_000);

  test('is said to be missing, never read as nothing', () => {
    const gap = facts({ spend: even.filter(({ date }) => date !== '2026-03-10') });
    const nights = nightsOver(gap, spikes(), ['2026-03-01', '2026-03-12']);

    expect(nights[10]?.night.anomalies).toMatchObject([
      {
        kind: 'unknown',
        on: '2026-03-10',
        because: expect.stringContaining('data reach 2026-03-09'),
      },
    ]);
    expect(toldIn(nights)).toEqual([]);
  });

  test('says how far data reach where they are late', () => {
    const late = facts({ spend: even.filter(({ date }) => date <= '2026-03-05') });
    const nights = nightsOver(late, spikes(), ['2026-03-01', '2026-03-09']);

    expect(nightOf(nights).anomalies).toMatchObject([
      {
        kind: 'unknown',
        on: '2026-03-08',
        because: expect.stringContaining('data reach 2026-03-05'),
      },
    ]);
  });

  test('that comes late is judged when it comes', () => {
    const rows = (asOf: string) =>
      facts({
        spend: spiking(20_000, '2026-03-10').spend.filter(
          ({ date }) => asOf >= '2026-03-15' || date < '2026-03-10',
        ),
      });

    expect(toldIn(nightsOver(rows, spikes(), MARCH))).toEqual(['03-15 anomaly spike']);
  });
});

test('a night run twice tells once', () => {
  const rows = spiking(20_000, '2026-03-10');
  const once = lastOf(nightsOver(rows, spikes(), ['2026-03-01', '2026-03-11']));
  const again = lastOf(nightsOver(rows, spikes(), ['2026-03-11', '2026-03-11'], once.next));

  expect(again.night.notices).toEqual([]);
  expect(again.next).toEqual(once.next);
  expect(again.night.anomalies).toEqual(once.night.anomalies);
});
