import { z } from 'zod';

/** What makes a day an anomaly (all three must hold) and how often one episode may speak. */
export const AnomalyOptions = z.strictObject({
  minimumExcessMinorUnits: z
    .int()
    .positive()
    .default(100)
    .describe(
      'Money above the usual, in minor units; below it nobody is woken. Raise it to taste.',
    ),
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
    .describe('An episode ends after so many days without an anomaly; the next is told again.'),
  grownTimes: z
    .number()
    .gt(1)
    .default(2)
    .describe('An episode is told again once a day exceeds the excess last told so many times.'),
  suddenTimes: z
    .number()
    .gt(1)
    .default(3)
    .describe('From so many times the usual on, a rise in compute is taken for possible mining.'),
});
export type AnomalyOptions = z.infer<typeof AnomalyOptions>;

/** The options that the accuracy bench measures. */
export const ANOMALY_DEFAULTS: AnomalyOptions = AnomalyOptions.parse({});
