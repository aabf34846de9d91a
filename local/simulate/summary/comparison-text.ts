import { count, figure } from '../../../shared/decisions/count-text.ts';
import type { Comparison } from '../comparison.ts';
import type { Replayed } from '../replayed.ts';
import {
  agreementsTable,
  differencesTable,
  overdueBeside,
  saidBeside,
  stagesBeside,
} from './comparison-tables.ts';
import { stageNames } from './stage-names.ts';
import { amountsTable } from './summary-tables.ts';
import { section } from './text-section.ts';

/** What sets the replays under A and B apart, section by section. */
export function comparisonSections(
  { policies, days, simulation: { tallies } }: Replayed,
  comparison: Comparison,
): readonly string[] {
  const courses = tallies.map(({ course }) => course);
  const stages = stageNames(policies.map(({ policy }) => policy));
  return [
    section(
      'Accounts by stage (one per customer and currency), under A | under B',
      stagesBeside(courses, stages),
    ),
    section(saidTitle(tallies, comparison), agreementsTable(comparison, stages)),
    section(
      'Overdue by stage, on the last night and the mean of all nights',
      overdueBeside(courses, stages),
    ),
    section('Letters and notices', saidBeside(courses)),
    section(differencesTitle(comparison), differencesTable(comparison)),
    ...amountsSections(tallies, `${days.at(-1)}`),
  ];
}

function saidTitle(
  tallies: Replayed['simulation']['tallies'],
  { customersWritten: { a, b, either } }: Comparison,
): string {
  const [ofA, ofB] = tallies.map(({ letters }) => count(letters, 'letter'));
  return [
    `What would have been said: ${ofA} under A, ${ofB} under B`,
    `Written to: ${count(a, 'customer')} under A, ${figure(b)} under B, ${figure(either)} under either`,
  ].join('\n');
}

function differencesTitle({ differing, shown }: Comparison): string {
  if (differing === 0) return 'Differences: both say the same to everybody, on the same days';
  const first = Math.min(shown.length, differing);
  return first === differing && first <= 12
    ? `Differences: ${figure(differing)}`
    : `Differences: ${figure(differing)}, of which the first; --html FILE lists them`;
}

/** What is owed is the same under both; only its buckets are the policy's. */
function amountsSections(
  tallies: Replayed['simulation']['tallies'],
  day: string,
): readonly string[] {
  const [a = '', b = ''] = tallies.map(amountsTable);
  const title = `Open amounts on ${day}, by days past due`;
  if (a === b) return [section(title, a)];
  return [section(`${title}, under A`, a), section(`${title}, under B`, b)];
}
