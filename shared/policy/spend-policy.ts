import { z } from 'zod';
import { Amounts } from './amounts.ts';

const Percents = z.array(z.number().positive());
const DayOfMonth = z.int().min(1).max(28);

const Forecast = z.strictObject({
  fromDay: DayOfMonth.default(3).describe(
    'The first day of the month on which a forecast may alert.',
  ),
  marginPercent: z
    .number()
    .nonnegative()
    .default(5)
    .describe(
      'A forecast this far above a threshold is told at once, one less far above it on the second night in a row; one this far below a threshold that was told has receded.',
    ),
});

const Pace = z.strictObject({
  points: Percents.default([15]).describe(
    'Told once a month each: spent percent of the budget above percent of the month elapsed, in percentage points. [] never.',
  ),
  fromDay: z
    .int()
    .min(1)
    .max(31)
    .default(5)
    .describe(
      'The first day, counted from the first with spend in the month, that pace may alert.',
    ),
});

const Proposal = z.strictObject({
  months: z
    .int()
    .min(1)
    .max(12)
    .default(3)
    .describe('A budget is proposed from the median of so many closed months.'),
  percent: z
    .number()
    .positive()
    .default(110)
    .describe('Of that median, rounded up to two significant digits.'),
});

/** What is told of a month's spend. */
export const Budgets = z.strictObject({
  thresholds: Percents.default([50, 80, 100, 120]).describe(
    'Percents of the month budget that are told once when month-to-date spend reaches them.',
  ),
  quietOnPlan: z
    .boolean()
    .default(false)
    .describe(
      'Whether a threshold below 100 is kept to the report where spend is not ahead of the month and the forecast stays below the budget.',
    ),
  forecastThresholds: Percents.default([100]).describe(
    'Percents of the month budget that are told once when the forecast of the month reaches them.',
  ),
  forecast: Forecast.prefault({}).describe('When a forecast is told.'),
  pace: Pace.prefault({}).describe('When spend that runs ahead of the month is told.'),
  default: Amounts.default({}).describe(
    'A budget per currency for customers that have none, or one of nothing: { "EUR": "1000" }.',
  ),
  tellMissing: z
    .boolean()
    .default(true)
    .describe('Whether a customer that spends without a budget is told of once a month.'),
  proposal: Proposal.prefault({}).describe('How a budget is proposed for who has none.'),
  closesOnDay: z
    .int()
    .min(0)
    .max(28)
    .default(5)
    .describe('Through this day the month before is still restated, and its thresholds told.'),
});
export type BudgetPolicy = z.infer<typeof Budgets>;

/** What is told of what there is to lose. */
export const Exposure = z.strictObject({
  thresholds: Percents.default([80, 100]).describe(
    'Percents of the credit limit that are told when exposure reaches them.',
  ),
  rearmPoints: z
    .number()
    .nonnegative()
    .default(5)
    .describe(
      'A threshold that was told is told again once exposure has been this many percentage points below it.',
    ),
  newCustomerDays: z
    .int()
    .nonnegative()
    .default(60)
    .describe(
      'Spend of a customer that never paid, and of whom nothing older than so many days is known, is told once. 0 never.',
    ),
});

/** Microsoft grants the credit within 60 calendar days of the first fraudulent usage. */
const RefundClock = z.strictObject({
  days: z
    .int()
    .positive()
    .default(60)
    .describe('Calendar days from the first fraudulent usage in which a credit can be requested.'),
  remindAtDaysLeft: z
    .array(z.int().nonnegative())
    .default([45, 30, 14, 7, 3, 1])
    .describe('Days left at which the account manager is reminded.'),
});

/** When a day of spend is a spike; all three minimums must hold. */
export const Anomalies = z.strictObject({
  completeAfterDays: z
    .int()
    .nonnegative()
    .default(1)
    .describe('A day of spend is whole, and judged, so many days later: 1 is the night after it.'),
  tellFrom: Amounts.default({}).describe(
    'Money above the usual, per currency: { "EUR": "25" }. A smaller spike is in the report, and wakes nobody.',
  ),
  tellFromMinorUnits: z
    .int()
    .positive()
    .default(2_500)
    .describe('The same in minor units, for currencies that tellFrom does not name.'),
  minimumExcessMinorUnits: z
    .int()
    .positive()
    .default(100)
    .describe('Money above the usual, in minor units; what is smaller is no spike.'),
  minimumPercent: z.number().positive().default(40).describe('Percent above the usual.'),
  minimumScore: z
    .number()
    .positive()
    .default(3)
    .describe("Times the customer's own usual distance from the usual."),
  quietDays: z
    .int()
    .positive()
    .default(7)
    .describe('An episode ends after so many days without a spike; the next is told again.'),
  grownTimes: z
    .number()
    .gt(1)
    .default(2)
    .describe(
      'An episode has grown once a day is so many times the excess it was last noted with.',
    ),
  suddenTimes: z
    .number()
    .gt(1)
    .default(3)
    .describe('From so many times the usual on, a rise in compute is taken for possible mining.'),
  refundClock: RefundClock.prefault({}).describe('How long a credit for fraud can be requested.'),
});
export type AnomalyPolicy = z.infer<typeof Anomalies>;
