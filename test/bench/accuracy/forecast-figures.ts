import { forecastMonth } from '../../../shared/evaluation/spend/forecast-month.ts';
import { dayOfNumber } from '../../../shared/ledger/calendar-date.ts';
import { atLeast, atMost, type Figure, shown } from '../figure.ts';
import { type ClosedMonth, type CostData, closedMonths, type Half } from './cost-data.ts';

/** Most percent that the month total may be off, by day of the month. */
const WANTED = new Map([
  [10, 6.5],
  [15, 4.5],
  [20, 2.3],
]);
const FIRST_DAY = 3;
const LAST_DAY = 28;
const CALL_DAY = 15;
const BUDGET_OF_PREVIOUS = 1.1;
/** The last day on which doing worse than run-rate would matter; after it both are within 1.5 %. */
const COMPARED_THROUGH = 25;

/** A forecast of a month made on one of its days, beside what came of it. */
type Made = {
  readonly month: ClosedMonth;
  readonly day: number;
  readonly percentOff: number;
  readonly runRatePercentOff: number;
  readonly expected: number;
  readonly isWithin: boolean;
};

export function forecastFigures(data: CostData): readonly Figure[] {
  const months = closedMonths(data);
  const made = months.flatMap((month) => forecastsOf(month, false));
  const asNew = months.flatMap((month) => forecastsOf(month, true));
  return [
    ...errorFigures(made, months),
    ...runRateFigures(made),
    ...callFigures(made),
    ...rangeFigures(made),
    ...newCustomerFigures(asNew),
  ];
}

/** `asNew` forgets all days before the month. */
function forecastsOf(month: ClosedMonth, asNew: boolean): readonly Made[] {
  const { series, firstDay, days, total } = month;
  const from = asNew ? firstDay - series.firstDay : 0;
  return Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, at) => at + FIRST_DAY).flatMap(
    (day) => {
      const amounts = series.amounts.slice(from, firstDay - series.firstDay + day);
      const seen = { ...series, firstDay: series.firstDay + from, amounts };
      const forecast = forecastMonth(seen, dayOfNumber(firstDay + day - 1));
      if (forecast.kind === 'no-forecast') return [];
      const { expected, spent, daysSeen, low, high } = forecast;
      const runRate = (spent / daysSeen) * days;
      return {
        month,
        day,
        percentOff: percentOff(expected, total),
        runRatePercentOff: percentOff(runRate, total),
        expected,
        isWithin: low <= total && total <= high,
      };
    },
  );
}

const percentOff = (expected: number, actual: number): number =>
  (100 * Math.abs(expected - actual)) / actual;

const inHalf = (made: readonly Made[], half: Half): readonly Made[] =>
  made.filter(({ month }) => month.half === half);

const onDay = (made: readonly Made[], day: number): readonly Made[] =>
  made.filter((each) => each.day === day);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

const meanOff = (made: readonly Made[]): number => mean(made.map((each) => each.percentOff));
const meanRunRateOff = (made: readonly Made[]): number =>
  mean(made.map((each) => each.runRatePercentOff));

function errorFigures(made: readonly Made[], months: readonly ClosedMonth[]): readonly Figure[] {
  const n = months.filter(({ half }) => half === 'judging').length;
  return [...WANTED].map(([day, most]) => {
    const judged = onDay(inHalf(made, 'judging'), day);
    const tuned = meanOff(onDay(inHalf(made, 'tuning'), day));
    const all = meanOff(onDay(made, day));
    return atMost(`month total off at day ${day}, mean`, meanOff(judged), most, {
      unit: '%',
      note: `n ${n}; run-rate ${meanRunRateOff(judged).toFixed(2)}; tuning half ${tuned.toFixed(2)}; all ${months.length} ${all.toFixed(2)}`,
    });
  });
}

function runRateFigures(made: readonly Made[]): readonly Figure[] {
  const days = Array.from({ length: COMPARED_THROUGH - FIRST_DAY + 1 }, (_, at) => at + FIRST_DAY);
  const better = days.map((day) => {
    const judged = onDay(inHalf(made, 'judging'), day);
    return { day, points: meanRunRateOff(judged) - meanOff(judged) };
  });
  const least = better.reduce((a, b) => (b.points < a.points ? b : a));
  return [
    atLeast(`points better than run-rate, worst of days 3-${COMPARED_THROUGH}`, least.points, 0, {
      note: `day ${least.day}`,
    }),
  ];
}

type Calls = { readonly precision: number; readonly recall: number; readonly text: string };

function callFigures(made: readonly Made[]): readonly Figure[] {
  const judged = callsOf(inHalf(made, 'judging'));
  const tuned = callsOf(inHalf(made, 'tuning'));
  return [
    atLeast(`overspend called at day ${CALL_DAY}, precision`, judged.precision, 0.9, {
      note: `${judged.text}; tuning half ${tuned.precision.toFixed(2)}`,
    }),
    atLeast(`overspend called at day ${CALL_DAY}, recall`, judged.recall, 0.9, {
      note: `${judged.text}; tuning half ${tuned.recall.toFixed(2)}`,
    }),
  ];
}

/** Whether the month will end above a budget of 1.1 times the month before. */
function callsOf(made: readonly Made[]): Calls {
  let [right, wrong, overlooked] = [0, 0, 0];
  for (const { month, expected } of onDay(made, CALL_DAY)) {
    if (month.previousTotal === undefined) continue;
    const budget = BUDGET_OF_PREVIOUS * month.previousTotal;
    const [called, came] = [expected > budget, month.total > budget];
    if (called && came) right += 1;
    else if (called) wrong += 1;
    else if (came) overlooked += 1;
  }
  return {
    precision: right / (right + wrong),
    recall: right / (right + overlooked),
    text: `${right} right, ${wrong} false, ${overlooked} overlooked`,
  };
}

function rangeFigures(made: readonly Made[]): readonly Figure[] {
  const share = (each: readonly Made[]): number => 100 * mean(each.map((one) => +one.isWithin));
  const judged = inHalf(made, 'judging');
  const covered = share(judged);
  const byDay = [3, 5, 10, 15, 20, 25].map(
    (day) => `${day}: ${share(onDay(judged, day)).toFixed(0)}`,
  );
  return [
    {
      what: `month total within the stated range, days ${FIRST_DAY}-${LAST_DAY}`,
      measured: `${covered.toFixed(0)} % (tuning half ${share(inHalf(made, 'tuning')).toFixed(0)})`,
      wanted: '75 to 90 %',
      isMet: covered >= 75 && covered <= 90,
    },
    shown('  by day, %', byDay.join(', ')),
  ];
}

function newCustomerFigures(made: readonly Made[]): readonly Figure[] {
  const judged = inHalf(made, 'judging');
  const text = [3, 5, 10, 15, 20].map((day) => {
    const each = onDay(judged, day);
    return `${day}: ${meanOff(each).toFixed(1)} (run-rate ${meanRunRateOff(each).toFixed(1)})`;
  });
  return [shown('a customer without earlier months, off by %, by day', text.join(', '))];
}
