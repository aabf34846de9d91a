import { count, figure } from '../../../shared/decisions/count-text.ts';
import { shortLine } from '../../../shared/decisions/email/literal-line.ts';
import type { Reject } from '../../../shared/run/run.ts';
import type { FileCounts } from '../../../shared/sources/staging/file-counts.ts';
import type { Replayed } from '../replayed.ts';
import { comparisonSections } from './comparison-text.ts';
import { amountsTable, stagesTables, toldTable } from './summary-tables.ts';
import { LINE_CHARACTERS } from './table-columns.ts';
import { section } from './text-section.ts';

/** The replay on one screen of 100 columns, of two policies beside each other. */
export const summaryText = (replayed: Replayed): string =>
  [headText(replayed), ...sections(replayed)].join('\n\n');

/** What was replayed, and which rows were not. */
export function headText(replayed: Replayed): string {
  const { location, days, policies, simulation, files, rejects, tookMs } = replayed;
  const [first, last] = [days[0], days.at(-1)];
  const span = first === last ? `${first}` : `${first} to ${last}`;
  const customers = count(simulation.tallies[0]?.customers ?? 0, 'customer');
  const under = policies.length === 1 ? '' : ' under two policies';
  return [
    `Replayed ${count(days.length, 'night')} (${span}) over ${customers}${under} in ${(tookMs / 1000).toFixed(1)} s`,
    `Data: ${shortLine(location, LINE_CHARACTERS)}`,
    ...(policies.length === 1
      ? []
      : policies.map(({ name }, at) => `${'AB'[at]}: ${shortLine(name, LINE_CHARACTERS - 3)}`)),
    ...rejectLines(files, rejects),
    ...unknownLines(replayed),
  ].join('\n');
}

function unknownLines({ policies, simulation: { tallies } }: Replayed): readonly string[] {
  return tallies.flatMap(({ withUnknownPolicy }, at) => {
    if (withUnknownPolicy === 0) return [];
    const where = policies.length === 1 ? 'policy.json' : 'AB'[at];
    return `${count(withUnknownPolicy, 'customer')} named a policy that is not in ${where}: nothing was decided for them`;
  });
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

function sections(replayed: Replayed): readonly string[] {
  const { policies, days, simulation } = replayed;
  const [named, tally] = [policies[0], simulation.tallies[0]];
  if (simulation.comparison !== undefined)
    return comparisonSections(replayed, simulation.comparison);
  if (tally === undefined) return [];
  const { letters, lettersHeldBack } = tally;
  const held = lettersHeldBack === 0 ? '' : `, ${figure(lettersHeldBack)} held back on their day`;
  return [
    section('Accounts by stage (one per customer and currency)', stagesTables(tally, named.policy)),
    section(
      `What would have been said: ${count(letters, 'letter')}${held}`,
      toldTable(tally, named.policy),
    ),
    section(`Open amounts on ${days.at(-1)}, by days past due`, amountsTable(tally)),
  ];
}
