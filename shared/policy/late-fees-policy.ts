import { z } from 'zod';
import { CalendarDate } from '../ledger/calendar-date.ts';
import { Amounts } from './amounts.ts';

/** Four decimals at most, so that a rate is a whole number of millionths and interest is exact. */
const Percent = z.number().min(-100).max(1000).multipleOf(0.0001);

const NoLateFees = z.strictObject({ kind: z.literal('none').describe('No late fee is shown.') });

const FixedLateFee = z.strictObject({
  kind: z.literal('fixed').describe('The same sum for every late invoice.'),
  amounts: Amounts.describe('Once per invoice, per currency. A currency not named has none.'),
});

const PercentLateFee = z.strictObject({
  kind: z.literal('percent').describe('A share of what is open and late.'),
  percent: Percent.positive().describe('How many percent.'),
  per: z
    .enum(['year', 'once'])
    .default('year')
    .describe(
      'year: day by day on what is open, actual days of 365. once: of what is open on the night, whatever the days.',
    ),
});

const Compensation = Amounts.describe(
  'The fixed sum per invoice, per currency. 40.00 EUR unless EUR is named; other currencies have none unless named.',
);

const StatutoryLateFee = z.strictObject({
  kind: z.literal('statutory').describe('By law: EU Directive 2011/7.'),
  marginPoints: Percent.default(8).describe(
    'Percentage points above the reference rate: 8 by the directive, 9 in Germany, 10 in France.',
  ),
  compensation: Compensation.default({}),
  rates: z
    .record(CalendarDate, Percent)
    .default({})
    .describe(
      'Reference rates in percent a year by the day they start, such as { "2027-01-01": 2.4 }. They come on top of the built-in rates of the European Central Bank, and before one of the same day.',
    ),
  countries: z
    .record(
      z.string().regex(/^[A-Z]{2}$/, 'expected a country code such as DE'),
      z.strictObject({
        marginPoints: Percent.optional().describe('Points above the reference rate there.'),
        compensation: Compensation.optional(),
      }),
    )
    .default({})
    .describe('What is different for customers of a country, by its code in customers.csv.'),
});
export type StatutoryLateFee = z.infer<typeof StatutoryLateFee>;

/** What late payment costs by law or contract. Information for letters and report, never booked. */
export const LateFeesPolicy = z
  .discriminatedUnion('kind', [NoLateFees, FixedLateFee, PercentLateFee, StatutoryLateFee])
  .describe(
    'What late payment costs, for information only: shown in letters and the report, never booked. statutory: EU Directive 2011/7, the reference rate of the half-year plus points, and a fixed sum per invoice.',
  );
export type LateFeesPolicy = z.infer<typeof LateFeesPolicy>;
