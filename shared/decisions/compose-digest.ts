import type { CalendarDate } from '../ledger/calendar-date.ts';
import { boundedTable, type Columns, heading, paragraph } from './bounded-table.ts';
import type { CustomerNight } from './customer-night.ts';
import { attentionText, type DigestRole, digestFindings, type Finding } from './digest-findings.ts';
import {
  type Recovered,
  recoveredBlocks,
  recoveredOf,
  recoveredSubject,
  recoveredText,
} from './digest-recovered.ts';
import { spendBlocks } from './digest-spend.ts';
import { daysText, standingBlocks } from './digest-standing.ts';
import { waitingBlocks } from './digest-waiting.ts';
import type { Block, Email } from './email.ts';
import { emailId } from './email-id.ts';
import { shortLine } from './literal-line.ts';
import { moneyText } from './money-text.ts';

/** A colleague who reads one e-mail in the morning. */
export type DigestRecipient = {
  readonly email: string;
  readonly name?: string | undefined;
  readonly role: DigestRole;
};

/**
 * One e-mail per person and night, and none on a night that brought nothing new. Who came down is
 * news too, below all that is new or worse.
 */
export function composeDigest(
  recipient: DigestRecipient,
  nights: readonly CustomerNight[],
  asOf: CalendarDate,
): Email | undefined {
  const { role, email } = recipient;
  const findings = digestFindings(nights, role);
  const recovered = recoveredOf(nights, role);
  const news = [...findings, ...recovered];
  if (news.length === 0) return undefined;

  const keys = news.map(({ key }) => key);
  return {
    id: emailId('digest', [`digest|${role}|${email}|${asOf}`, ...keys]),
    kind: 'digest',
    to: email,
    subject: subjectOf(findings, recovered),
    language: 'en',
    customerIds: [...new Set(news.map(({ customerId }) => customerId))],
    blocks: [
      ...(recipient.name === undefined ? [] : [paragraph(`Hello ${recipient.name},`)]),
      paragraph(`${openingOf(findings, recovered, role)} Data as of ${asOf}.`),
      ...findingBlocks(findings, role),
      ...waitingBlocks(nights, role),
      ...recoveredBlocks(recovered),
      ...standingBlocks(nights),
      ...spendBlocks(nights),
    ],
  };
}

function subjectOf(findings: readonly Finding[], recovered: readonly Recovered[]): string {
  const [worst] = findings;
  if (worst === undefined) return recoveredSubject(recovered);
  return `${attentionText(findings)}: ${headline(worst)}`;
}

function openingOf(
  findings: readonly Finding[],
  recovered: readonly Recovered[],
  role: DigestRole,
): string {
  return findings.length === 0
    ? `${recoveredText(recovered)}, and nothing is new or worse.`
    : `${attentionText(findings)}. ${FIRST_STEP[role]}`;
}

const FIRST_STEP: Readonly<Record<DigestRole, string>> = {
  'account-manager': 'Start at the top: most money at risk comes first.',
  'credit-controller':
    'Start at the top: most money at risk comes first. Actions are proposed, and a person decides.',
};

function headline({ customerName, what, overdue, exposure = 0, currency }: Finding): string {
  const text = (minorUnits: number, state: string): string =>
    minorUnits > 0 ? `, ${moneyText({ minorUnits, currency })} ${state}` : '';
  const risk = text(overdue, 'overdue') || text(exposure, 'at risk');
  return `${shortLine(customerName, 60)} ${shortLine(what, 60)}${risk}`;
}

type Column = readonly [title: string, align: 'left' | 'right', cell: (finding: Finding) => string];

const AT_RISK: Column = [
  'At risk',
  'right',
  ({ exposure, currency }) =>
    exposure === undefined ? '' : moneyText({ minorUnits: exposure, currency }),
];

/** Exposure where some of it is known, and proposed actions for whom they are meant. */
function findingColumns(findings: readonly Finding[], role: DigestRole): readonly Column[] {
  const overdue: Column = [
    'Overdue',
    'right',
    ({ overdue: minorUnits, currency }) => moneyText({ minorUnits, currency }),
  ];
  return [
    ['Customer', 'left', ({ customerName }) => customerName],
    ['What', 'left', ({ what }) => what],
    ...(findings.some(({ exposure }) => exposure !== undefined) ? [AT_RISK] : []),
    overdue,
    ['Days past due', 'right', ({ daysPastDue }) => daysText(daysPastDue)],
    ['Why', 'left', ({ because }) => because],
    ...(role === 'credit-controller' ? [PROPOSED] : []),
  ];
}

const PROPOSED: Column = ['Proposed action', 'left', ({ actions }) => actions.join(', ')];

function findingBlocks(findings: readonly Finding[], role: DigestRole): Block[] {
  if (findings.length === 0) return [];
  const columns = findingColumns(findings, role);
  const rows = findings.map((each) => columns.map(([, , cell]) => cell(each)));
  const titles: Columns = columns.map(([title, align]) => [title, align]);
  return [heading('New or worse'), ...boundedTable(titles, rows)];
}
