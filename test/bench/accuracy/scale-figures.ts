import { forecastMonth } from '../../../shared/evaluation/spend/forecast-month.ts';
import { watchSpend } from '../../../shared/evaluation/spend/watch-spend.ts';
import { addDays, CalendarDate } from '../../../shared/ledger/calendar-date.ts';
import type { DailySpend } from '../../../shared/ledger/spend.ts';
import { ANOMALY_DEFAULTS } from '../../evaluation/spend/anomaly-defaults.ts';
import { dailySeries } from '../../evaluation/spend/daily-series.ts';
import { atMost, type Figure, shown } from '../figure.ts';
import { randomFrom } from './random.ts';

const CUSTOMERS = 100_000;
const DAYS = 400;
const SEED = 7;
const FIRST = CalendarDate.parse('2025-01-10');
const AS_OF = addDays(FIRST, DAYS - 1);
const MOST_MEGABYTES = 512;

/** One night of a large reseller: per customer its days, its forecast and its last day judged. */
export function scaleFigures(): readonly Figure[] {
  const random = randomFrom(SEED);
  const dates = Array.from({ length: DAYS }, (_, at) => addDays(FIRST, at));
  let [forecasts, findings, evaluatingMs] = [0, 0, 0];
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    const spend = madeUp(dates, random);
    const startedAt = performance.now();
    const night = evaluate(spend);
    evaluatingMs += performance.now() - startedAt;
    forecasts += night.forecasts;
    findings += night.findings;
  }
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const rate = (1000 * CUSTOMERS) / evaluatingMs;
  return [
    atMost('peak memory to evaluate customers, one process', megabytes, MOST_MEGABYTES, {
      unit: 'MB',
      note: `${CUSTOMERS} customers of ${DAYS} days, seed ${SEED}`,
    }),
    shown(
      '  customers a second',
      `${rate.toFixed(0)} (${forecasts} forecasts, ${findings} alerts, ${(evaluatingMs / 1000).toFixed(0)} s)`,
    ),
  ];
}

function evaluate(spend: readonly DailySpend[]): {
  readonly forecasts: number;
  readonly findings: number;
} {
  const series = dailySeries(spend, 'EUR');
  if (series === undefined) return { forecasts: 0, findings: 0 };
  const forecast = forecastMonth(series, AS_OF);
  const { findings } = watchSpend(spend, series, undefined, ANOMALY_DEFAULTS);
  return { forecasts: forecast.kind === 'forecast' ? 1 : 0, findings: findings.length };
}

/** Spend of some size, with noise, a working week, and a last day that now and then triples. */
function madeUp(dates: readonly CalendarDate[], random: () => number): readonly DailySpend[] {
  const size = 10 ** (3 + 3 * random());
  const quietWeekend = random() < 0.5;
  const last = random() < 0.02 ? 3 : 1;
  return dates.map((date, at) => {
    const weekend = quietWeekend && at % 7 > 4 ? 0.4 : 1;
    const spike = at === dates.length - 1 ? last : 1;
    const minorUnits = Math.round(size * weekend * spike * (0.8 + 0.4 * random()));
    return { date, minorUnits, currency: 'EUR', service: 'Virtual Machines' };
  });
}
