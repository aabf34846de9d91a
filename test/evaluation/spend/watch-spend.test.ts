import { describe, expect, test } from 'vitest';
import {
  type SpendFinding,
  type SpendWatch,
  watchSpend,
} from '../../../shared/evaluation/spend/watch-spend.ts';
import { addDays, type CalendarDate } from '../../../shared/ledger/calendar-date.ts';
import type { DailySpend } from '../../../shared/ledger/spend.ts';
import { day } from '../../builders.ts';
import { ANOMALY_DEFAULTS } from './anomaly-defaults.ts';
import { days, rowsFrom, seriesOf } from './series-builders.ts';

const FIRST = '2026-02-01';
const PAST = 35;
const NIGHT_ONE = day('2026-03-08');
const usual: readonly number[] = Array.from({ length: PAST }, () => 10_000);

type Told = { readonly on: CalendarDate; readonly because: string };

/** One night after another, each seeing a day more. */
function nights(spend: readonly DailySpend[], count: number, watch?: SpendWatch) {
  const findings: SpendFinding[] = [];
  let before = watch;
  for (let night = 0; night < count; night++) {
    const seen = spend.filter(({ date }) => date <= addDays(NIGHT_ONE, night));
    const after = watchSpend(seen, seriesOf(seen), before, ANOMALY_DEFAULTS);
    findings.push(...after.findings);
    before = after.watch;
  }
  return { findings, watch: before };
}

const told = (findings: readonly SpendFinding[]): readonly Told[] =>
  findings.map((each) =>
    each.kind === 'anomaly'
      ? { on: each.anomaly.on, because: each.because }
      : { on: each.on, because: each.kind },
  );

const storage = { service: 'Storage', subscriptionId: 'S-1' };
const machines = { service: 'Virtual Machines', subscriptionId: 'S-2' };

describe('watchSpend', () => {
  test('an episode is told once, with its start, its size and its last day', () => {
    const rows = rowsFrom(FIRST, [...usual, 20_000, 22_000, 10_000]);

    const { findings, watch } = nights(rows, 3);
    expect(told(findings)).toEqual([{ on: '2026-03-08', because: 'started' }]);
    expect(watch?.episode).toEqual({
      startedOn: '2026-03-08',
      lastOn: '2026-03-09',
      daysInARow: 2,
      excess: 22_000,
      toldExcess: 10_000,
      shape: 'spike',
    });
  });

  test.each([
    { second: 29_999, again: [], because: 'less than twice the excess told is more of the same' },
    { second: 30_000, again: ['grew'], because: 'twice the excess told is news' },
  ])('a second day of $second: $because', ({ second, again }) => {
    const { findings } = nights(rowsFrom(FIRST, [...usual, 20_000, second]), 2);

    expect(told(findings).map(({ because }) => because)).toEqual(['started', ...again]);
  });

  test.each([
    { quiet: 6, starts: 1, because: 'the seventh day after is the same episode' },
    { quiet: 7, starts: 2, because: 'the eighth is another' },
  ])('after $quiet quiet days: $because', ({ quiet, starts }) => {
    const calm = Array.from({ length: quiet }, () => 10_000);
    const { findings } = nights(rowsFrom(FIRST, [...usual, 20_000, ...calm, 20_000]), quiet + 2);

    expect(told(findings).filter(({ because }) => because === 'started')).toHaveLength(starts);
  });

  test('a night run twice, or on stale data, finds nothing anew', () => {
    const rows = rowsFrom(FIRST, [...usual, 20_000]);
    const first = nights(rows, 1);

    expect(nights(rows, 3, first.watch)).toEqual({ findings: [], watch: first.watch });
  });

  test('nights that were missed are caught up with', () => {
    const rows = rowsFrom(FIRST, [...usual, 20_000, 10_000, 10_000]);
    const before = { judgedThrough: day('2026-03-07') };

    const { findings } = watchSpend(rows, seriesOf(rows), before, ANOMALY_DEFAULTS);
    expect(told(findings)).toEqual([{ on: '2026-03-08', because: 'started' }]);
  });

  test.each([
    { after: 13, found: 1, because: 'it is the oldest of the 14 days caught up with' },
    { after: 14, found: 0, because: 'nobody is woken for older days' },
  ])('after $after unseen days a spike is found $found times: $because', ({ after, found }) => {
    const calm = Array.from({ length: after }, () => 10_000);
    const rows = rowsFrom(FIRST, [...usual, 20_000, ...calm]);
    const before = { judgedThrough: day('2026-02-20') };

    const { findings } = watchSpend(rows, seriesOf(rows), before, ANOMALY_DEFAULTS);
    expect(findings).toHaveLength(found);
  });

  test('a customer seen for the first time is judged by the last complete day alone', () => {
    const rows = rowsFrom(FIRST, [...usual, 20_000, 10_000]);

    expect(watchSpend(rows, seriesOf(rows), undefined, ANOMALY_DEFAULTS)).toEqual({
      findings: [],
      watch: { judgedThrough: '2026-03-09' },
    });
  });

  test('a missing day is a finding once, and a day still growing is none', () => {
    const gap = [...rowsFrom(FIRST, usual), ...rowsFrom('2026-03-09', [10_000])];
    const before = { judgedThrough: day('2026-03-07') };

    const { findings, watch } = watchSpend(gap, seriesOf(gap), before, ANOMALY_DEFAULTS);
    expect(told(findings)).toEqual([{ on: '2026-03-08', because: 'missing-day' }]);
    expect(watchSpend(gap, seriesOf(gap), watch, ANOMALY_DEFAULTS).findings).toEqual([]);

    const growing = seriesOf(rowsFrom(FIRST, [...usual, 90_000]), '2026-03-07');
    expect(watchSpend([], growing, before, ANOMALY_DEFAULTS).findings).toEqual([]);
  });

  test('drivers name what grew, the largest first, and what is new', () => {
    const rows = [
      ...rowsFrom(FIRST, [...usual, 13_000], storage),
      ...rowsFrom('2026-03-08', [6_000], machines),
    ];

    const [finding] = nights(rows, 1).findings;
    expect(finding).toMatchObject({
      drivers: [
        { service: 'Virtual Machines', subscriptionId: 'S-2', usual: 0, excess: 6_000 },
        { service: 'Storage', subscriptionId: 'S-1', usual: 10_000, excess: 3_000 },
      ],
    });
  });

  test('rows that name nothing have no drivers', () => {
    expect(nights(rowsFrom(FIRST, [...usual, 20_000]), 1).findings).toMatchObject([
      { drivers: [] },
    ]);
  });

  test.each([
    { named: machines, first: 40_000, shape: 'sudden-compute', because: 'machines that jump' },
    { named: machines, first: 29_999, shape: 'spike', because: 'less than three times is no jump' },
    { named: storage, first: 40_000, shape: 'spike', because: 'nobody mines on storage' },
  ])('$first of $named.service is a $shape: $because', ({ named, first, shape }) => {
    const { watch } = nights(rowsFrom(FIRST, [...usual, first], named), 1);

    expect(watch?.episode?.shape).toBe(shape);
  });

  test('compute that jumps and stays looks like mining on its second day, and is told again', () => {
    const { findings, watch } = nights(
      rowsFrom(FIRST, [...usual, 60_000, 60_000, 60_000], machines),
      3,
    );

    expect(told(findings)).toEqual([
      { on: '2026-03-08', because: 'started' },
      { on: '2026-03-09', because: 'looks-worse' },
    ]);
    expect(watch?.episode).toMatchObject({ shape: 'crypto-mining-like', daysInARow: 3 });
  });

  test('without a habit nothing is told', () => {
    const rows = rowsFrom(
      '2026-03-01',
      days(8, () => 10_000).map((each) => each ?? 0),
    );

    expect(nights(rows, 1).findings).toEqual([]);
  });
});
