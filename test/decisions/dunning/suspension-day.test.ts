import { describe, expect, test } from 'vitest';
import { suspensionDay } from '../../../shared/decisions/dunning/suspension-day.ts';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import type { DunningPolicy } from '../../../shared/policy/dunning-policy.ts';
import { day, policy } from '../../builders.ts';
import {
  AS_OF,
  aNight,
  aNotice,
  anAccount,
  aPolicy,
  factsOf,
  openInvoice,
} from '../night-builders.ts';

const FINAL = { name: 'final', afterDays: 21, letter: 'final-notice' };
const SUSPEND = { name: 'suspend', afterDays: 30, actions: ['propose-suspension'] };

const ladderOf = (stages: readonly object[], over: object = {}): DunningPolicy =>
  policy({ stages, ...over }).dunning.default;

const standing = {
  stage: 'final',
  enteredOn: AS_OF,
  currency: 'EUR',
  overdue: 420_000,
  overdueInvoices: 1,
  basisOn: day('2026-02-24'),
  tags: ['healthcare'],
};

describe('the day from which a suspension may be proposed, on the final notice of 17 March', () => {
  test.each([
    {
      ladder: ladderOf([FINAL, SUSPEND]),
      is: '2026-03-26',
      because: '30 days after the due date of 24 February',
    },
    {
      ladder: ladderOf([FINAL, SUSPEND], { boundary: 'strict' }),
      is: '2026-03-27',
      because: 'after 30 days is the day after',
    },
    {
      ladder: ladderOf([FINAL, { ...SUSPEND, endOfMonth: true }]),
      is: '2026-03-31',
      because: 'it moves to the end of its month',
    },
    {
      ladder: ladderOf([FINAL, { ...SUSPEND, since: 'previous-stage', afterDays: 14 }]),
      is: '2026-03-31',
      because: 'it counts from the stage before, entered tonight',
    },
    {
      ladder: ladderOf([FINAL, SUSPEND], { graceDays: 5 }),
      is: '2026-03-31',
      because: 'grace comes on top',
    },
    {
      ladder: ladderOf([
        { ...FINAL, tell: ['customer'] },
        { ...SUSPEND, requires: { stage: 'final', deliveredDaysAgo: 20 } },
      ]),
      is: '2026-04-06',
      because: 'tonight’s letter must have been delivered twenty days before',
    },
    {
      ladder: ladderOf([FINAL, { ...SUSPEND, afterDays: 22 }]),
      is: '2026-03-18',
      because: 'the night after this one at the earliest',
    },
    {
      ladder: ladderOf([FINAL, { ...SUSPEND, when: { withoutTags: ['healthcare'] } }]),
      is: undefined,
      because: 'it is not for this customer',
    },
    {
      ladder: ladderOf([FINAL, { ...SUSPEND, when: { overdueAtLeast: { EUR: '5000' } } }]),
      is: undefined,
      because: 'too little is overdue',
    },
    {
      ladder: ladderOf([FINAL, { name: 'call', afterDays: 30 }]),
      is: undefined,
      because: 'this ladder proposes none',
    },
    {
      ladder: ladderOf([{ ...SUSPEND, afterDays: 10 }, FINAL]),
      is: undefined,
      because: 'it was proposed before',
    },
  ])('is $is: $because', ({ ladder, is }) => {
    expect(suspensionDay(standing, ladder, AS_OF)).toBe(is);
  });
});

test.each([
  { letter: 'final-notice', on: '2026-03-26', because: 'the last warning names the day' },
  { letter: 'second-notice', on: undefined, because: 'there is another letter to come' },
])('a $letter names $on: $because', ({ letter, on }) => {
  const invoices = [openInvoice({ daysPastDue: 21 })];
  const night = aNight({
    accounts: [anAccount({ stage: 'final-notice', daysPastDue: 21 })],
    notices: [aNotice({ stage: 'final-notice', letter })],
  });

  const email = composeLetter(night, factsOf(invoices), invoices, aPolicy());

  expect(email?.content.suspensionOn).toBe(on);
});
