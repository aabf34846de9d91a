import type { CalendarDate, CalendarMonth } from '../ledger/calendar-date.ts';
import { type Money, toDecimal } from '../ledger/money.ts';

/** The forms of a noun that a language's plural rules tell apart. */
export type Forms = { readonly [form in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

/** Figures as a language writes them. Money is exact and shows its ISO code: "4,200.00 EUR". */
export type Figures = {
  readonly money: (amount: Money) => string;
  readonly number: (amount: number) => string;
  /** "4200.00", for a spreadsheet of the language: with its sign between whole and fraction. */
  readonly decimal: (amount: Money) => string;
  /** What parts the cells of a line there: a semicolon where a comma parts whole and fraction. */
  readonly separator: string;
  readonly percent: (percent: number) => string;
  /** "1 customer", "1,200 customers" */
  readonly count: (amount: number, forms: Forms) => string;
  readonly form: (amount: number, forms: Forms) => string;
  /** "17 March 2026" */
  readonly day: (day: CalendarDate) => string;
  /** "17 Mar 2026", for tables */
  readonly shortDay: (day: CalendarDate) => string;
  /** "Tuesday" */
  readonly weekday: (day: CalendarDate) => string;
  readonly month: (month: CalendarMonth) => string;
  /** "17 Mar 2026, 05:00 UTC" */
  readonly instant: (instant: string) => string;
  readonly list: (items: readonly string[]) => string;
};

/** The figures of one language. English is best asked for as Europe writes its dates: en-GB. */
export function figuresIn(locale: string): Figures {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const point = decimalSign(numbers);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(locale);
  const long = dayFormat(locale, { dateStyle: 'long' });
  const medium = dayFormat(locale, { dateStyle: 'medium' });
  const weekdays = dayFormat(locale, { weekday: 'long' });
  const months = dayFormat(locale, { month: 'long', year: 'numeric' });
  const instants = dayFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(locale);
  const form: Figures['form'] = (amount, forms) => forms[plurals.select(amount)] ?? forms.other;
  return {
    money: moneyIn(numbers, point),
    decimal: (amount) => toDecimal(amount).replace('.', point),
    separator: point === ',' ? ';' : ',',
    number: (amount) => numbers.format(amount),
    percent: (percent) => percents.format(percent / 100),
    form,
    count: (amount, forms) => `${numbers.format(amount)} ${form(amount, forms)}`,
    day: long,
    shortDay: medium,
    weekday: weekdays,
    month: months,
    instant: (instant) => `${instants(instant)} UTC`,
    list: (items) => lists.format(items),
  };
}

/** Made when it is first asked for: each takes milliseconds, and a cold start may need none. */
function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): (at: string) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (at) => {
    made ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return made.format(Date.parse(at));
  };
}

const decimalSign = (numbers: Intl.NumberFormat): string =>
  numbers.formatToParts(1.1).find(({ type }) => type === 'decimal')?.value ?? '.';

/** Whole and fraction apart, since a float would not hold every amount; decimals are ISO 4217's. */
function moneyIn(numbers: Intl.NumberFormat, point: string): Figures['money'] {
  return ({ minorUnits, currency }) => {
    const [whole = '0', fraction] = toDecimal({ minorUnits: Math.abs(minorUnits), currency }).split(
      '.',
    );
    const decimals = fraction === undefined ? '' : `${point}${fraction}`;
    // Said of every customer every night, and mostly of small sums: those need no grouping.
    const grouped = whole.length <= 3 ? whole : numbers.format(BigInt(whole));
    return `${minorUnits < 0 ? '-' : ''}${grouped}${decimals} ${currency}`;
  };
}
