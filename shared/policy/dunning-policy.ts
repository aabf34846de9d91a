import { z } from 'zod';
import { LeastAmounts } from './amounts.ts';
import { ladderProblems } from './ladder-problems.ts';
import { LateFeesPolicy } from './late-fees-policy.ts';

export const AUDIENCES = ['account-manager', 'customer', 'credit-controller'] as const;

/** The letters Duewatch can write to a customer, mildest first. */
export const LETTERS = ['courtesy', 'reminder', 'second-notice', 'final-notice'] as const;

const StageCondition = z
  .strictObject({
    overdueAtLeast: LeastAmounts.default({}).describe(
      'The least that must be overdue, per currency. Looks at invoices that count and whose basis date has come. A currency not named has no minimum.',
    ),
    overdueInvoicesAtLeast: z
      .int()
      .nonnegative()
      .default(0)
      .describe('The least number of such invoices.'),
    tags: z.array(z.string()).default([]).describe('The customer must carry all of these tags.'),
    withoutTags: z
      .array(z.string())
      .default([])
      .describe('The customer must carry none of these tags.'),
  })
  .describe(
    'All of these must hold for the stage, besides its days. What waits for a promise or a hold is left out when a stage is to rise.',
  );

export const DunningStage = z.strictObject({
  name: z.string().min(1).describe('Unique within its policy, for example "reminder".'),
  afterDays: z
    .int()
    .describe('Days after the basis date (or after the previous stage). Negative: before it.'),
  since: z
    .enum(['basis', 'previous-stage'])
    .default('basis')
    .describe(
      'What afterDays counts from: the basis date, or the day the stage before was entered or passed over. A stage that follows on the one before holds only while that one does, and comes on a later night.',
    ),
  endOfMonth: z
    .boolean()
    .default(false)
    .describe(
      'The day so found moves to the end of its month. Where that lies in a hold, the stage comes when the hold ends.',
    ),
  when: StageCondition.prefault({}),
  tell: z
    .array(z.enum(AUDIENCES))
    .default(['account-manager'])
    .describe('Who hears of it: once, or again where repeatEveryDays is given.'),
  repeatEveryDays: z
    .int()
    .positive()
    .optional()
    .describe(
      'Told again so many days after it was last told, as long as the stage lasts; coming back to it starts the days anew. Absent: told once.',
    ),
  repeatAtMost: z
    .int()
    .positive()
    .max(1000)
    .default(12)
    .describe('With repeatEveryDays: how often it is told again at most in one episode.'),
  requires: z
    .strictObject({
      stage: z.string().describe('A stage further down the ladder, which tells the customer.'),
      deliveredDaysAgo: z
        .int()
        .nonnegative()
        .describe('At least so many days must have passed since its letter was delivered.'),
    })
    .optional()
    .describe(
      'The stage is entered only when the letter of that earlier stage was delivered since the oldest invoice that counts had come to it; one about an invoice paid since does not do. Until then it is written again, as often as deliveredDaysAgo have passed. A stage that another requires is never passed over, nor left upwards, before that.',
    ),
  letter: z
    .enum(LETTERS)
    .default('reminder')
    .describe('Which letter the customer gets where tell names the customer.'),
  actions: z
    .array(z.string())
    .default([])
    .describe('Steps proposed to a person at this stage, for example "propose-suspension".'),
});
export type DunningStage = z.infer<typeof DunningStage>;

/** The ladder of a policy that names none. */
const DEFAULT_STAGES: z.input<typeof DunningStage>[] = [
  { name: 'reminder', afterDays: 3, tell: ['account-manager', 'customer'], letter: 'reminder' },
  {
    name: 'second-notice',
    afterDays: 10,
    tell: ['account-manager', 'customer'],
    letter: 'second-notice',
  },
  {
    name: 'final-notice',
    afterDays: 21,
    tell: ['account-manager', 'customer', 'credit-controller'],
    letter: 'final-notice',
  },
  {
    name: 'suspension-proposed',
    afterDays: 30,
    tell: ['account-manager', 'credit-controller'],
    actions: ['propose-suspension'],
  },
];

const uniqueNames = (stages: readonly DunningStage[]): boolean =>
  new Set(stages.map(({ name }) => name)).size === stages.length;

const PromisePolicy = z.strictObject({
  toleranceDays: z
    .int()
    .nonnegative()
    .default(0)
    .describe('A promise is broken only when so many more days have passed. Until then it waits.'),
  whenBroken: z
    .enum(['tell', 'raise-stage'])
    .default('tell')
    .describe(
      'tell: the account manager hears of it. raise-stage: besides, what it was about goes one stage up at once, days or no days, where the conditions of that stage hold; where a hold or another promise is in the way, once it is not.',
    ),
});

/** One ladder: when each stage is reached and who hears of it. */
export const DunningPolicy = z.strictObject({
  scope: z
    .enum(['customer', 'invoice'])
    .default('customer')
    .describe(
      'One stage per customer and currency, from the oldest invoice that counts; or each invoice climbs by itself, by its own days and the sums of all that count.',
    ),
  basis: z
    .enum(['due-date', 'invoice-date'])
    .default('due-date')
    .describe('The date of an invoice that days are counted from.'),
  boundary: z
    .enum(['inclusive', 'strict'])
    .default('inclusive')
    .describe('inclusive: reached on the day itself. strict: reached the day after.'),
  graceDays: z
    .int()
    .nonnegative()
    .default(0)
    .describe(
      'Days of grace, added to afterDays of every stage that counts from the basis date. A stage before that date (negative afterDays) keeps its day.',
    ),
  progression: z
    .enum(['most-severe', 'one-step'])
    .default('most-severe')
    .describe(
      'most-severe: straight to the highest stage that holds. one-step: at most one stage up a night and none passed over, so that a stage whose conditions do not hold keeps those above it out. Down it goes straight to what holds.',
    ),
  tolerance: LeastAmounts.default({}).describe(
    'An invoice counts when more than this is open of it, per currency.',
  ),
  credits: z
    .enum(['apply-oldest', 'ignore'])
    .default('apply-oldest')
    .describe(
      'Whether unapplied payments and credit notes reduce the oldest invoice first, for dunning only: aging shows them apart.',
    ),
  promises: PromisePolicy.prefault({}).describe(
    'With an amount, a promise is kept by what is paid from its first day on: on the invoice it names, else in the currency of the customer. Without one it is about the invoice it names, else what was overdue on its first day, else what falls due by its last. Either is kept, too, once nothing of that is left to pay.',
  ),
  lateFees: LateFeesPolicy.default({ kind: 'none' }),
  stages: z
    .array(DunningStage)
    .superRefine((stages, context) => {
      for (const { path, message } of ladderProblems(stages))
        context.addIssue({ code: 'custom', path, message });
    })
    .refine(uniqueNames, 'names a stage twice: give every stage a name of its own')
    .prefault(DEFAULT_STAGES)
    .describe('Mildest first.'),
});
export type DunningPolicy = z.infer<typeof DunningPolicy>;
