import { boundedTable, type Columns, heading, paragraph } from './bounded-table.ts';
import { figure } from './count-text.ts';
import { stageText } from './digest-findings.ts';
import type { Block } from './email.ts';
import { moneyText } from './money-text.ts';
import type { RunSummary } from './run-summary.ts';

/** What failed comes first: it is what the operator can act on. */
export function summaryTables(summary: RunSummary): Block[] {
  return [
    ...failureBlocks(summary),
    ...unownedBlocks(summary),
    ...findingBlocks(summary),
    ...stageBlocks(summary),
    ...emailBlocks(summary),
    ...rejectedBlocks(summary),
  ];
}

const FAILURE_COLUMNS: Columns = [
  ['What failed', 'left'],
  ['Why', 'left'],
];

function failureBlocks({ failures }: RunSummary): Block[] {
  if (failures.length === 0) return [];
  const rows = failures.map(({ what, because }) => [what, because]);
  return [heading('Failures'), ...boundedTable(FAILURE_COLUMNS, rows)];
}

const UNOWNED_COLUMNS: Columns = [
  ['Customers', 'right'],
  ['Spent', 'right'],
];

function unownedBlocks({ unowned = [] }: RunSummary): Block[] {
  if (unowned.length === 0) return [];
  const rows = unowned.map(({ customers, spent, currency }) => [
    figure(customers),
    moneyText({ minorUnits: spent, currency }),
  ]);
  return [
    heading('Spend nobody owns'),
    paragraph('These customers are charged to you and are in nobody’s books: bill them or end it.'),
    ...boundedTable(UNOWNED_COLUMNS, rows),
  ];
}

function findingBlocks({ findings = [] }: RunSummary): Block[] {
  if (findings.length === 0) return [];
  return [
    heading('Findings'),
    ...boundedTable(
      [['What is odd about a source', 'left']],
      findings.map((text) => [text]),
    ),
  ];
}

const STAGE_COLUMNS: Columns = [
  ['Stage', 'left'],
  ['Customers', 'right'],
  ['Overdue', 'right'],
];

function stageBlocks({ stages }: RunSummary): Block[] {
  if (stages.length === 0) return [];
  const rows = stages.map(({ stage, customers, overdue, currency }) => [
    stageText(stage),
    figure(customers),
    moneyText({ minorUnits: overdue, currency }),
  ]);
  return [heading('Customers on a stage'), ...boundedTable(STAGE_COLUMNS, rows)];
}

const EMAIL_COLUMNS: Columns = [
  ['Kind of e-mail', 'left'],
  ['Count', 'right'],
];

function emailBlocks({ emails }: RunSummary): Block[] {
  if (emails.length === 0) return [];
  const rows = emails.map((each) => [each.kind, figure(each.count)]);
  return [heading('E-mails'), ...boundedTable(EMAIL_COLUMNS, rows)];
}

const REJECTED_COLUMNS: Columns = [
  ['File', 'left'],
  ['Line', 'right'],
  ['Column', 'left'],
  ['Value', 'left'],
  ['Reason', 'left'],
];

const MAX_REJECTED_SHOWN = 20;

function rejectedBlocks({ rejected, totals }: RunSummary): Block[] {
  if (rejected.length === 0) return [];
  const shown = rejected.slice(0, MAX_REJECTED_SHOWN);
  const rows = shown.map((each) => [
    each.file,
    `${each.line}`,
    each.column,
    each.value,
    each.reason,
  ]);
  const more = totals.rejected - shown.length;
  return [
    heading('Rejected rows'),
    ...boundedTable(REJECTED_COLUMNS, rows),
    ...(more > 0 ? [paragraph(`and ${figure(more)} more`)] : []),
  ];
}
