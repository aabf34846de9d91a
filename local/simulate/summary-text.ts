import { count, figure } from '../../shared/decisions/count-text.ts';
import { shortLine } from '../../shared/decisions/literal-line.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Reject } from '../../shared/run/run.ts';
import type { FileCounts } from '../../shared/sources/files/staged.ts';
import { amountsTable, stagesTables, toldTable } from './summary-tables.ts';
import type { Tally } from './tally.ts';

/** What is known of a replay once it is over. */
export type Replayed = {
  readonly location: string;
  readonly policy: Policy;
  readonly days: readonly CalendarDate[];
  readonly files: readonly FileCounts[];
  /** The first few of the rejected rows. */
  readonly rejects: readonly Reject[];
  readonly tally: Tally;
  readonly tookMs: number;
};

const LINE_CHARACTERS = 100;

/** The replay on one screen of 100 columns. */
export const summaryText = (replayed: Replayed): string =>
  [headText(replayed), ...sections(replayed)].join('\n\n');

/** What was replayed, and which rows were not. */
export function headText({ location, days, files, rejects, tally, tookMs }: Replayed): string {
  const [first, last] = [days[0], days.at(-1)];
  const span = first === last ? `${first}` : `${first} to ${last}`;
  return [
    `Replayed ${count(days.length, 'night')} (${span}) over ${count(tally.customers, 'customer')} in ${(tookMs / 1000).toFixed(1)} s`,
    `Data: ${shortLine(location, LINE_CHARACTERS)}`,
    ...rejectLines(files, rejects),
    ...(tally.withUnknownPolicy === 0
      ? []
      : [
          `${count(tally.withUnknownPolicy, 'customer')} named a policy that is not in policy.json: nothing was decided for them`,
        ]),
  ].join('\n');
}

function rejectLines(files: readonly FileCounts[], shown: readonly Reject[]): readonly string[] {
  const sum = (of: 'rows' | 'rejected' | 'duplicates'): number =>
    files.reduce((total, each) => total + each[of], 0);
  const [rejected, duplicates] = [sum('rejected'), sum('duplicates')];
  const more = rejected - shown.length;
  return [
    `${count(sum('rows'), 'row')}: ${figure(rejected)} rejected, ${count(duplicates, 'duplicate')}`,
    ...shown.map(rejectLine),
    ...(more > 0
      ? [
          `  and ${figure(more)} more: npm run nightly -- --data DIR --dry-run --json FILE lists them all`,
        ]
      : []),
  ];
}

function rejectLine({ file, line, column, value, reason }: Reject): string {
  const where = `${file}:${line}${column === '' ? '' : `:${column}`}`;
  const cell = value === '' ? '' : ` ${JSON.stringify(value)}`;
  return shortLine(`${where}${cell}: ${reason}`, LINE_CHARACTERS - 2).replace(/^/, '  ');
}

function sections({ tally, policy, days }: Replayed): readonly string[] {
  const { letters, lettersHeldBack } = tally;
  const held = lettersHeldBack === 0 ? '' : `, ${figure(lettersHeldBack)} held back on their day`;
  return [
    section('Accounts by stage (one per customer and currency)', stagesTables(tally, policy)),
    section(
      `What would have been said: ${count(letters, 'letter')}${held}`,
      toldTable(tally, policy),
    ),
    section(`Open amounts on ${days.at(-1)}, by days past due`, amountsTable(tally)),
  ];
}

const section = (title: string, table: string): string =>
  `${title}\n${table === '' ? '  nothing' : table}`;
