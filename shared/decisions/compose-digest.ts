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
    customerIds: [...new Set(news.map(({ customerId }) => customerId))],
    blocks: [
      ...(recipient.name === undefined ? [] : [paragraph(`Hello ${recipient.name},`)]),
      paragraph(`${openingOf(findings, recovered, role)} Data as of ${asOf}.`),
      ...findingBlocks(findings, role),
      ...waitingBlocks(nights, role),
      ...recoveredBlocks(recovered),
      ...standingBlocks(nights),
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

function headline({ customerName, what, overdue, currency }: Finding): string {
  const risk = overdue > 0 ? `, ${moneyText({ minorUnits: overdue, currency })} overdue` : '';
  return `${shortLine(customerName, 60)} ${shortLine(what, 60)}${risk}`;
}

const FINDING_COLUMNS: Columns = [
  ['Customer', 'left'],
  ['What', 'left'],
  ['Overdue', 'right'],
  ['Days past due', 'right'],
  ['Why', 'left'],
];

const ACTION_COLUMNS: Columns = [...FINDING_COLUMNS, ['Proposed action', 'left']];

function findingBlocks(findings: readonly Finding[], role: DigestRole): Block[] {
  if (findings.length === 0) return [];
  const withActions = role === 'credit-controller';
  const rows = findings.map((each) =>
    withActions ? [...findingRow(each), each.actions.join(', ')] : findingRow(each),
  );
  const columns = withActions ? ACTION_COLUMNS : FINDING_COLUMNS;
  return [heading('New or worse'), ...boundedTable(columns, rows)];
}

function findingRow(finding: Finding): string[] {
  const { customerName, what, overdue, currency, daysPastDue, because } = finding;
  const overdueText = moneyText({ minorUnits: overdue, currency });
  return [customerName, what, overdueText, daysText(daysPastDue), because];
}
