import type { AccountNight } from '../../shared/decisions/customer-night.ts';
import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CurrencyCode } from '../../shared/ledger/money.ts';
import { addCounts } from './add-counts.ts';
import { inserted } from './inserted.ts';

export const NO_STAGE = '(none)';

/** A figure for each night, in the order of the nights. */
export type Nightly = Float64Array;

/** What became of all customers together, night by night. Amounts are minor units. */
export type Course = {
  readonly days: readonly CalendarDate[];
  /** Stage to how many accounts stood on it. */
  readonly accounts: Map<string, Nightly>;
  readonly open: Map<CurrencyCode, Nightly>;
  readonly overdue: Map<CurrencyCode, Nightly>;
  /** Currency to stage to what was overdue on the accounts that stood on it. */
  readonly overdueOnStage: Map<CurrencyCode, Map<string, Nightly>>;
  /** Month to what was said in it. */
  readonly months: Map<string, { letters: number; notices: number }>;
};

const MONTH = 'YYYY-MM'.length;

export function emptyCourse(days: readonly CalendarDate[]): Course {
  return {
    days,
    accounts: new Map(),
    open: new Map(),
    overdue: new Map(),
    overdueOnStage: new Map(),
    months: new Map(days.map((day) => [monthOf(day), { letters: 0, notices: 0 }])),
  };
}

/** Adds a customer's night, the one at that place among the nights. */
export function addToCourse(
  course: Course,
  at: number,
  { night: { asOf, accounts, notices }, writeLetter }: CustomerDecision,
): void {
  for (const account of accounts) addAccount(course, at, account);
  const month = course.months.get(monthOf(asOf));
  if (month === undefined) return;
  month.notices += notices.length;
  if (writeLetter) month.letters += 1;
}

/** Adds the course of other customers over the same nights. */
export function addCourse(total: Course, part: Course): void {
  addNights(total.accounts, part.accounts);
  addNights(total.open, part.open);
  addNights(total.overdue, part.overdue);
  for (const [currency, stages] of part.overdueOnStage)
    addNights(inserted(total.overdueOnStage, currency, newFigures), stages);
  for (const [month, said] of part.months)
    addCounts(
      inserted(total.months, month, () => ({ letters: 0, notices: 0 })),
      said,
    );
}

function addNights(total: Map<string, Nightly>, part: ReadonlyMap<string, Nightly>): void {
  for (const [name, figures] of part) {
    const sums = inserted(total, name, () => new Float64Array(figures.length));
    for (let at = 0; at < figures.length; at++) sums[at] = (sums[at] ?? 0) + (figures[at] ?? 0);
  }
}

const newFigures = (): Map<string, Nightly> => new Map();

function addAccount(course: Course, at: number, account: AccountNight): void {
  const { stage = NO_STAGE, currency, open, overdue } = account;
  const { length } = course.days;
  increase(course.accounts, stage, length, at, 1);
  increase(course.open, currency, length, at, open);
  increase(course.overdue, currency, length, at, overdue);
  const stages = inserted(course.overdueOnStage, currency, newFigures);
  increase(stages, stage, length, at, overdue);
}

function increase(
  figures: Map<string, Nightly>,
  name: string,
  nights: number,
  at: number,
  by: number,
): void {
  const nightly = inserted(figures, name, () => new Float64Array(nights));
  nightly[at] = (nightly[at] ?? 0) + by;
}

const monthOf = (day: CalendarDate): string => day.slice(0, MONTH);
