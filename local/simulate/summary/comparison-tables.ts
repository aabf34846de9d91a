import { figure } from '../../../shared/decisions/count-text.ts';
import { shortLine } from '../../../shared/decisions/email/literal-line.ts';
import { plainTable } from '../../plain-table.ts';
import type { Agreement, Comparison } from '../comparison.ts';
import { type Course, NO_STAGE } from '../course.ts';
import type { Heard } from '../heard.ts';
import { nightsWithAccounts } from '../nights-with-accounts.ts';
import { overdueOnStages } from '../overdue-on-stage.ts';
import { saidInSpans } from '../said-in-spans.ts';
import { decimalText } from './decimal-text.ts';
import { differenceWords, heardName, sidesOf } from './difference-words.ts';
import { type Column, tablesOf } from './table-columns.ts';
import { byStage, toldName } from './told-names.ts';

const CUSTOMER_CHARACTERS = 18;
const STAGE_CHARACTERS = 19;
const DIFFERENCES_SHOWN = 12;

/** How many stood on each stage, night by night, under A and under B. */
export function stagesBeside([a, b]: readonly Course[], stages: readonly string[]): string {
  if (a === undefined || b === undefined) return '';
  const nights = nightsWithAccounts(a);
  const columns = [NO_STAGE, ...stages]
    .filter((stage) => a.accounts.has(stage) || b.accounts.has(stage))
    .map((stage) => {
      const [ofA, ofB] = [a.accounts.get(stage), b.accounts.get(stage)];
      const cells = nights.map(({ at }) => `${figure(ofA?.[at] ?? 0)} | ${figure(ofB?.[at] ?? 0)}`);
      return { name: stage, cells };
    });
  if (nights.length === 0) return '';
  return tablesOf(
    'night',
    nights.map(({ day }) => day),
    columns,
  );
}

/** How often both said a thing, alike or not, and how often only one of them. */
export function agreementsTable(comparison: Comparison, stages: readonly string[]): string {
  const { names, columns } = agreementColumns(comparison, stages);
  return names.length === 0 ? '' : tablesOf('notice', names, columns);
}

/** A row for each notice; ways to differ that never came about are left out. */
export function agreementColumns(
  { agreements }: Comparison,
  stages: readonly string[],
): { readonly names: readonly string[]; readonly columns: readonly Column[] } {
  const rows = [...agreements].flatMap(([kind, ofKind]) =>
    [...ofKind]
      .sort(byStage(stages))
      .map(([stage, each]) => ({ name: toldName(kind, stage), each })),
  );
  const columns = AGREEMENT_COLUMNS.map(({ name, text }) => ({
    name,
    cells: rows.map(({ each }) => text(each)),
  }));
  return {
    names: rows.map(({ name }) => name),
    columns: columns.filter(
      ({ name, cells }) => !name.includes('other') || cells.some(isSomething),
    ),
  };
}

const AGREEMENT_COLUMNS: readonly {
  readonly name: string;
  readonly text: (agreement: Agreement) => string;
}[] = [
  { name: 'A', text: ({ a }) => figure(a) },
  { name: 'B', text: ({ b }) => figure(b) },
  { name: 'same', text: ({ same }) => figure(same) },
  { name: 'other day (by)', text: otherDayText },
  { name: 'other stage', text: ({ otherStage }) => figure(otherStage) },
  { name: 'told to others', text: ({ otherAudience }) => figure(otherAudience) },
  { name: 'only A', text: ({ onlyA }) => figure(onlyA) },
  { name: 'only B', text: ({ onlyB }) => figure(onlyB) },
];

/** What was overdue on each stage, under A and under B. */
export function overdueBeside(courses: readonly Course[], stages: readonly string[]): string {
  const rows = overdueOnStages(courses, stages);
  const column = (name: string, at: number, of: 'onLastNight' | 'mean') => ({
    name,
    cells: rows.map((row) => decimalText(row[at]?.[of] ?? 0, row[at]?.currency ?? '')),
  });
  if (rows.length === 0) return '';
  return tablesOf(
    'stage',
    rows.map(([any]) => `${any?.currency} ${any?.stage}`),
    [
      column('A, last night', 0, 'onLastNight'),
      column('B, last night', 1, 'onLastNight'),
      column('A, mean', 0, 'mean'),
      column('B, mean', 1, 'mean'),
    ],
  );
}

/** Letters and notices month by month, under A and under B. */
export function saidBeside(courses: readonly Course[]): string {
  const [a = [], b = []] = courses.map(saidInSpans);
  return tablesOf(
    a[0]?.span.includes('-') === false ? 'year' : 'month',
    a.map(({ span }) => span),
    [
      { name: 'letters A', cells: a.map(({ letters }) => figure(letters)) },
      { name: 'letters B', cells: b.map(({ letters }) => figure(letters)) },
      { name: 'notices A', cells: a.map(({ notices }) => figure(notices)) },
      { name: 'notices B', cells: b.map(({ notices }) => figure(notices)) },
    ],
  );
}

/** The first few differences: who, and what each policy says to whom on which day. */
export function differencesTable({ shown }: Comparison): string {
  const rows = shown.slice(0, DIFFERENCES_SHOWN).map(({ customer, difference }) => {
    const { a, b } = sidesOf(difference);
    const id = shortLine(customer.customerId, CUSTOMER_CHARACTERS);
    return [id, sideText(a), sideText(b), differenceWords(difference)];
  });
  return rows.length === 0 ? '' : plainTable(['customer', 'A', 'B', ''], rows, 4);
}

const isSomething = (cell: string): boolean => cell !== '0';

const sideText = (heard: Heard | undefined): string =>
  heard === undefined ? '' : `${heard.on} ${shortLine(heardName(heard), STAGE_CHARACTERS)}`;

function otherDayText({ otherDay, daysLater }: Agreement): string {
  if (otherDay === 0) return '0';
  const days = daysLater / otherDay;
  return `${figure(otherDay)} (${days > 0 ? '+' : ''}${days.toFixed(1)} days)`;
}
