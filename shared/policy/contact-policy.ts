import { z } from 'zod';
import { Addresses } from './addresses.ts';

const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day such as 07:30')
  .describe('Hours and minutes, such as 07:30.');

const QuietHours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from !== to, 'covers the whole day, so nothing would ever be sent');

const DoNotContact = z.strictObject({
  tags: z
    .array(z.string())
    .default(['do-not-contact'])
    .describe('A customer that carries one of these tags gets no letter.'),
  addresses: z.array(z.string()).default([]).describe('Nothing is ever sent to these addresses.'),
});

/** When, how often and to whom anything is said. */
export const Contact = z.strictObject({
  minDaysBetween: z
    .int()
    .nonnegative()
    .default(0)
    .describe('At least this many days between two letters to one customer, whatever the reason.'),
  workingDaysOnly: z
    .boolean()
    .default(true)
    .describe(
      "Whether what is said of dunning, to customers and colleagues, waits for a working day: by the reseller's workingDays and holidays, and the public holidays of the customer's country. Stages move all the same, and alerts of spend do not wait.",
    ),
  quietHours: QuietHours.optional().describe(
    "From when until when no e-mail leaves, in the reseller's time zone; it may span midnight. What is due then leaves when they end.",
  ),
  quietDaysOff: z
    .boolean()
    .default(false)
    .describe(
      "Whether e-mail that is due on a day that is not worked, by the reseller's workingDays and holidays, leaves on the next one that is.",
    ),
  urgentAnyTime: z
    .boolean()
    .default(true)
    .describe('Whether alerts and alarms leave at once, in quiet hours and on days off too.'),
  bccArchive: Addresses.optional().describe('An address that gets a blind copy of every letter.'),
  doNotContact: DoNotContact.prefault({}).describe(
    'Who is never written to. What was due to them is suppressed, with the reason.',
  ),
  redirectAllTo: Addresses.optional().describe(
    'For trying a policy on real data: every e-mail goes to this address instead, and its subject says who it was for. No letter counts as delivered.',
  ),
});
export type Contact = z.infer<typeof Contact>;
