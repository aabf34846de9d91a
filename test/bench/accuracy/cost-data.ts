import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type DailySeries, isKnown } from '../../../shared/evaluation/spend/daily-series.ts';
import {
  CalendarDate,
  dayNumber,
  dayOfNumber,
  endOfMonth,
} from '../../../shared/ledger/calendar-date.ts';

import { dailySeries } from '../../evaluation/spend/daily-series.ts';

export const COST_FILE = join('cloud-cost', 'binder_daily.json');

/** Name of a series to its days, in dollars. */
const CostFile = z.record(z.string(), z.record(CalendarDate, z.number()));

export type CostSeries = { readonly name: string; readonly series: DailySeries };

export type Half = 'tuning' | 'judging';

/** The series, and the first day of the judging half: that of the month after the middle day. */
export type CostData = { readonly all: readonly CostSeries[]; readonly judgedFrom: number };

/** Real days in whole cents. A day that the file leaves out is missing. */
export async function readCostData(folder: string): Promise<CostData> {
  const file = CostFile.parse(JSON.parse(await readFile(join(folder, COST_FILE), 'utf8')));
  const all = Object.entries(file).flatMap(([name, days]) => {
    const rows = Object.entries(days).map(([date, dollars]) => ({
      date: CalendarDate.parse(date),
      minorUnits: Math.round(dollars * 100),
      currency: 'USD',
    }));
    const series = dailySeries(rows, 'USD');
    return series === undefined ? [] : [{ name, series }];
  });
  return { all, judgedFrom: firstOfMonthAfter(middleOf(all)) };
}

function middleOf(all: readonly CostSeries[]): number {
  const first = Math.min(...all.map(({ series }) => series.firstDay));
  const last = Math.max(...all.map(({ series }) => series.firstDay + series.amounts.length - 1));
  return Math.floor((first + last) / 2);
}

const firstOfMonthAfter = (day: number): number => dayNumber(endOfMonth(dayOfNumber(day))) + 1;

/** A closed month of a series, and the series' total of the month before where that is whole too. */
export type ClosedMonth = {
  readonly name: string;
  readonly series: DailySeries;
  readonly firstDay: number;
  readonly days: number;
  readonly total: number;
  readonly previousTotal: number | undefined;
  readonly half: Half;
};

/** Months with all their days, or all but one. */
export function closedMonths({ all, judgedFrom }: CostData): readonly ClosedMonth[] {
  return all.flatMap(({ name, series }) => {
    const months: ClosedMonth[] = [];
    let firstDay = firstOfMonthAfter(series.firstDay - 1);
    for (;;) {
      const days = firstOfMonthAfter(firstDay) - firstDay;
      const at = firstDay - series.firstDay;
      if (at + days > series.amounts.length) return months;
      const known = series.amounts.slice(at, at + days).filter(isKnown);
      const previous = months.at(-1);
      const follows = previous !== undefined && previous.firstDay + previous.days === firstDay;
      if (known.length >= days - 1)
        months.push({
          name,
          series,
          firstDay,
          days,
          total: known.reduce((sum, each) => sum + each, 0),
          previousTotal: follows ? previous.total : undefined,
          half: firstDay < judgedFrom ? 'tuning' : 'judging',
        });
      firstDay += days;
    }
  });
}
