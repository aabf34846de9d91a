import { decimalsOf } from '../../format/money.ts';

export type SpendDay = {
  readonly date: string;
  /** `null` on a day without a row: nothing is known of it, which is not zero. */
  readonly amount: string | null;
  readonly monthToDate: number;
};

export type SpendSeries = {
  readonly days: readonly SpendDay[];
  /** Of the currency: what is summed up as floats is written with these. */
  readonly decimals: number;
  readonly budget: number | undefined;
  /** From the last day known to the last of the month, where the month should end. */
  readonly forecast:
    | { readonly from: string; readonly to: string; readonly amount: number }
    | undefined;
};

type Budget = { readonly month: string; readonly budget: string; readonly forecast: string | null };

const SHOWN_DAYS = 92;
const DAY_MS = 86_400_000;

/** The last three months, day by day, with each month's running sum: floats, for drawing only. */
export function spendSeries(
  rows: readonly { readonly date: string; readonly amount: string }[],
  budget: Budget | undefined,
): SpendSeries {
  const last = rows.at(-1)?.date;
  const first = rows[0]?.date;
  if (last === undefined || first === undefined)
    return { days: [], decimals: 0, budget: undefined, forecast: undefined };
  const amounts = new Map(rows.map(({ date, amount }) => [date, amount]));
  const days: SpendDay[] = [];
  let monthToDate = 0;
  for (const date of datesFrom(first, last)) {
    const amount = amounts.get(date) ?? null;
    monthToDate = (date.endsWith('-01') ? 0 : monthToDate) + Number(amount ?? 0);
    days.push({ date, amount, monthToDate });
  }
  return {
    days: days.slice(-SHOWN_DAYS),
    decimals: Math.max(...rows.map(({ amount }) => decimalsOf(amount))),
    budget: budget === undefined ? undefined : Number(budget.budget),
    forecast: forecastOf(budget, last),
  };
}

function forecastOf(budget: Budget | undefined, last: string): SpendSeries['forecast'] {
  if (budget === undefined || budget.forecast === null || !last.startsWith(budget.month))
    return undefined;
  return { from: last, to: lastOfMonth(budget.month), amount: Number(budget.forecast) };
}

function* datesFrom(first: string, last: string): Generator<string> {
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS)
    yield new Date(at).toISOString().slice(0, 10);
}

function lastOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
