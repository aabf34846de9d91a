import { z } from 'zod';
import { CalendarDate } from '../ledger/calendar-date.ts';
import { Addresses } from './addresses.ts';
import { Contact } from './contact-policy.ts';
import { DunningPolicy } from './dunning-policy.ts';
import { Look, Payment } from './reseller-policy.ts';
import { Anomalies, Budgets, Exposure } from './spend-policy.ts';

/** The policy name that means: never dun this customer. */
export const NEVER_DUNNED = 'none';

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
};

const Reseller = z.strictObject({
  name: z.string().default('Your reseller').describe('What e-mails and the page call you.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'expected an IANA time zone such as Europe/Amsterdam')
    .default('UTC')
    .describe('The IANA time zone that "today" is taken in.'),
  language: z
    .string()
    .default('en')
    .describe(
      'Language of e-mail whose reader has none: en, nl or sv. Any other is written in English.',
    ),
  operatorEmail: Addresses.optional().describe('Who hears how the night went, and when none did.'),
  creditControllerEmail: Addresses.optional().describe(
    'Who "credit-controller" in tell means; the operator where absent.',
  ),
  fallbackAccountManager: z
    .strictObject({
      name: z.string().optional().describe('As digests greet them.'),
      email: Addresses.describe('Where their digest goes.'),
    })
    .optional()
    .describe('Who answers for customers without an account manager; the operator where absent.'),
  workingDays: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1, 'names no day: nobody would ever be told, so name at least one')
    .default(['mon', 'tue', 'wed', 'thu', 'fri'])
    .describe('The days of the week that are worked.'),
  holidays: z
    .array(CalendarDate)
    .default([])
    .describe('Days that are not worked besides weekends.'),
  payment: Payment.prefault({}).describe('Where customers pay to; letters show what is named.'),
  look: Look.prefault({}).describe('How e-mail looks.'),
});

const Freshness = z.strictObject({
  maxAgeHours: z
    .number()
    .positive()
    .default(48)
    .describe('A source older than this, at a night for the current day, holds all stages.'),
  maxShrinkPercent: z
    .number()
    .min(0)
    .max(100)
    .default(50)
    .describe(
      'A source with this share fewer invoices, or payments, than last night holds all stages.',
    ),
});

const ascending = (days: readonly number[]): boolean =>
  days.every((each, index) => index === 0 || each > (days[index - 1] ?? 0));

const Aging = z.strictObject({
  basis: z
    .enum(['due-date', 'invoice-date'])
    .default('due-date')
    .describe('What days are counted from when open invoices are sorted into buckets.'),
  bucketDays: z
    .array(z.int().positive())
    .min(1)
    .refine(ascending, 'expected days in ascending order, such as [30, 60, 90]')
    .default([30, 60, 90])
    .describe('The last day of each bucket: [30, 60, 90] is 1-30, 31-60, 61-90 and over-90.'),
});
export type AgingPolicy = z.infer<typeof Aging>;

/** The reseller's rules as data. Everything has a default; an unknown key is an error. */
export const Policy = z.strictObject({
  $schema: z.string().optional().describe('For editors: the path of policy.schema.json.'),
  reseller: Reseller.prefault({}).describe('Who you are, where, and who hears of what.'),
  freshness: Freshness.prefault({}).describe(
    'When a source is too old, or too small, to be believed.',
  ),
  aging: Aging.prefault({}).describe('How open invoices are sorted by age.'),
  dunning: z
    .record(z.string().min(1), DunningPolicy)
    .superRefine((named, context) => {
      if (Object.hasOwn(named, NEVER_DUNNED))
        context.addIssue({
          code: 'custom',
          path: [NEVER_DUNNED],
          message: `"${NEVER_DUNNED}" means never to dun, so this ladder would never be climbed: give it another name`,
        });
    })
    .default({})
    .transform((named) => ({ default: DunningPolicy.parse({}), ...named }))
    .describe('Ladders by name. "default" applies unless customers.csv names another.'),
  budgets: Budgets.prefault({}).describe(
    'Which spend is told, against budgets, forecasts and the month.',
  ),
  exposure: Exposure.prefault({}).describe('When exposure is told, against the credit limit.'),
  anomalies: Anomalies.prefault({}).describe(
    'Which days of spend are told as unusual, and the clock of fraud.',
  ),
  contact: Contact.prefault({}).describe('When, how often and to whom anything is said.'),
});
export type Policy = z.infer<typeof Policy>;
