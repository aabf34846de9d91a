import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { composeAlarm } from '../../shared/decisions/email/compose-alarm.ts';
import { composeAlerts } from '../../shared/decisions/email/compose-alert.ts';
import { composeDigest } from '../../shared/decisions/email/compose-digest.ts';
import { composeSummary } from '../../shared/decisions/email/compose-summary.ts';
import type {
  AlarmNews,
  RunSummary,
} from '../../shared/decisions/email/content/operator-content.ts';
import type { DigestRole } from '../../shared/decisions/email/digest-findings.ts';
import {
  addToDigest,
  type DigestTally,
  digestTally,
} from '../../shared/decisions/email/digest-tally.ts';
import type { Email } from '../../shared/decisions/email/email.ts';
import type { Language } from '../../shared/languages/language.ts';
import { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { sampleLetters } from './sample-letters.ts';
import { sampleNights } from './sample-nights.ts';
import { samplePolicy } from './sample-policy.ts';

const AS_OF = CalendarDate.parse('2026-03-17');

/** One e-mail of every kind in one language, by name. */
export function sampleEmails(language: Language): ReadonlyMap<string, Email> {
  const policy = samplePolicy(language);
  const nights = sampleNights(language);
  const night = {
    asOf: AS_OF,
    policy,
    readAt: [{ source: 'files', at: '2026-03-17T01:30:00.000Z' }],
    aging: [
      {
        currency: 'EUR',
        customers: 9,
        buckets: [
          ['current', 1_840_000],
          ['1-30', 508_050],
          ['31-60', 212_000],
          ['61-90', 64_000],
          ['over-90', 31_500],
        ] satisfies [string, number][],
      },
    ],
  };
  const manager = {
    email: 'maud.terwisch@lindequay.example',
    name: 'Maud',
    language,
  };
  const controller = { email: 'credit@lindequay.example' };
  const tallied = (role: DigestRole): DigestTally => {
    const tally = digestTally(role);
    for (const each of nights) addToDigest(tally, each);
    return tally;
  };
  const [alert] = nights.flatMap((each) => composeAlerts(each, policy, NEW_CUSTOMER));
  const all: readonly (readonly [string, Email | undefined])[] = [
    ['digest', composeDigest(manager, tallied('account-manager'), night)],
    ['digest-controller', composeDigest(controller, tallied('credit-controller'), night)],
    ['alert', alert],
    ...sampleLetters(language),
    ['summary', composeSummary(SUMMARY, policy)],
    ...ALARMS.map((news) => [`alarm-${news.what}`, alarmOf(news, policy)] as const),
  ];
  return new Map(all.flatMap(([name, email]) => (email === undefined ? [] : [[name, email]])));
}

const alarmOf = (news: AlarmNews, policy: Policy): Email | undefined =>
  composeAlarm({ key: news.what, news }, policy);

const ALARMS: readonly AlarmNews[] = [
  { what: 'night-missing', asOf: AS_OF, hours: 26, lastFinishedAt: '2026-03-15T02:14:00.000Z' },
  { what: 'stages-held', asOf: AS_OF, because: 'source files is 71 hours old' },
  { what: 'parked', asOf: AS_OF, parked: 'source', source: 'files' },
  {
    what: 'undelivered',
    kind: 'letter',
    to: 'administratie@krommeboei.example',
    subject: 'Second notice from Lindequay Cloud',
    because: 'Bounced: the mailbox does not exist',
    next: 'directie@krommeboei.example',
  },
];

const SUMMARY: RunSummary = {
  run: {
    id: '2026-03-17.20260318T020000Z',
    asOf: AS_OF,
    status: 'completed-with-failures',
    because: 'arrangements.csv could not be read to its end',
  },
  totals: {
    customers: 28,
    evaluated: 27,
    failed: 1,
    invoices: 1_183,
    payments: 912,
    spendRows: 5_675,
    rejected: 23,
    duplicates: 1,
  },
  stages: [
    { stage: 'reminder', currency: 'EUR', customers: 4, overdue: 612_300 },
    { stage: 'final-notice', currency: 'EUR', customers: 2, overdue: 508_050 },
    { stage: 'second-notice', currency: 'SEK', customers: 1, overdue: 18_450_000 },
  ],
  emails: [
    { kind: 'letter', count: 7 },
    { kind: 'alert', count: 2 },
    { kind: 'digest', count: 4 },
  ],
  unowned: [{ currency: 'EUR', customers: 2, spent: 41_230 }],
  unownedFirst: [
    {
      customerId: '9b1d7c52-3f0e-4d7e-9a51-6c1f0a2b3c4d',
      name: 'Oud Kasteel Events B.V.',
      currency: 'EUR',
      spent: 30_110,
    },
    {
      customerId: '1c2e8d63-4a1f-4e8f-8b62-7d201b3c4d5e',
      name: 'Zandvoorde Tuinen',
      currency: 'EUR',
      spent: 11_120,
    },
  ],
  findings: ['focus: exports/costs/march has no row'],
  rejected: Array.from({ length: 20 }, (_, at) => ({
    file: 'invoices.csv',
    line: 183 + at,
    column: 'dueOn',
    value: '31-02-2026',
    reason: 'expected a day as YYYY-MM-DD',
  })),
  failures: [{ what: 'customer C-1021', because: 'every try to evaluate it failed: see the log' }],
};
