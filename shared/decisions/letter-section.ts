import type { CurrencyCode } from '../ledger/money.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import type { AskedInvoice } from './asked-invoices.ts';
import { boundedTable, type Columns, count, paragraph } from './bounded-table.ts';
import type { Notice } from './customer-night.ts';
import type { Block } from './email.ts';
import { moneyText, total } from './money-text.ts';

/** What a letter says about one currency. Amounts are minor units of it. */
export type LetterSection = {
  readonly currency: CurrencyCode;
  readonly invoices: readonly AskedInvoice[];
  /** Open invoices that would be asked for, were they not disputed, on hold or promised. */
  readonly leftOut: readonly AskedInvoice[];
  readonly total: number;
  readonly credit: number;
  readonly toPay: number;
};

/**
 * The invoices that notices are about: those past their due date, and those that have come to the
 * day of a stage where that lies before the due date, as for a courtesy note.
 */
export function letterSection(
  currency: CurrencyCode,
  notices: readonly Notice[],
  invoices: readonly AskedInvoice[],
  unapplied: number,
  ladder: DunningPolicy | undefined,
): LetterSection {
  const firstDay = Math.min(...notices.map((each) => firstDayAsked(each, ladder)));
  const tolerance = ladder?.tolerance[currency] ?? 0;
  const due = invoices
    .filter(({ invoice }) => invoice.currency === currency && invoice.daysPastDue >= firstDay)
    .toSorted(byDueDate);
  const asked = due.filter(({ askedMinorUnits }) => askedMinorUnits > tolerance);
  const amounts = asked.map(({ askedMinorUnits }) => askedMinorUnits);
  const sum = total(amounts, currency).minorUnits;
  const credit = Math.max(0, unapplied);
  return {
    currency,
    invoices: asked,
    leftOut: due.filter(({ leftOut }) => leftOut !== undefined),
    total: sum,
    credit,
    toPay: Math.max(0, sum - credit),
  };
}

/** In days past due. Stages that count from the invoice date may come before the due date too. */
function firstDayAsked({ stage }: Notice, ladder: DunningPolicy | undefined): number {
  if (ladder?.basis === 'invoice-date') return Number.NEGATIVE_INFINITY;
  const reached = ladder?.stages.find(({ name }) => name === stage);
  return Math.min(1, reached?.since === 'basis' ? reached.afterDays : 1);
}

const byDueDate = (a: AskedInvoice, b: AskedInvoice): number =>
  b.invoice.daysPastDue - a.invoice.daysPastDue ||
  (a.invoice.invoiceId < b.invoice.invoiceId ? -1 : 1);

const COLUMNS: Columns = [
  ['Invoice', 'left'],
  ['Issued', 'left'],
  ['Due', 'left'],
  ['Days past due', 'right'],
  ['Open amount', 'right'],
];

export function sectionBlocks(section: LetterSection): Block[] {
  const { currency, invoices, leftOut } = section;
  const rows = invoices.map(({ invoice, issued, askedMinorUnits }) => [
    invoice.invoiceId,
    issued?.issuedOn ?? '',
    issued?.dueOn ?? '',
    `${Math.max(0, invoice.daysPastDue)}`,
    moneyText({ minorUnits: askedMinorUnits, currency }),
  ]);
  return [...boundedTable(COLUMNS, rows), paragraph(sumText(section)), ...leftOutBlocks(leftOut)];
}

function sumText({ currency, total, credit, toPay }: LetterSection): string {
  const text = (minorUnits: number): string => moneyText({ minorUnits, currency });
  if (credit === 0) return `Amount to pay: ${text(toPay)}`;
  if (toPay === 0)
    return `Total: ${text(total)}. Your unapplied credit of ${text(credit)} covers it.`;
  return `Total: ${text(total)}, less your unapplied credit of ${text(credit)}. Amount to pay: ${text(toPay)}`;
}

const MAX_LEFT_OUT = 20;

function leftOutBlocks(leftOut: readonly AskedInvoice[]): Block[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.slice(0, MAX_LEFT_OUT).map(leftOutText).join(', ');
  const more = leftOut.length - MAX_LEFT_OUT;
  return [
    paragraph(
      `Not asked for here: ${named}${more > 0 ? ` and ${count(more, 'more', 'more')}` : ''}`,
    ),
  ];
}

function leftOutText({ invoice, askedMinorUnits, leftOut }: AskedInvoice): string {
  const { invoiceId, currency, open } = invoice;
  return `${moneyText({ minorUnits: open - askedMinorUnits, currency })} of ${invoiceId} (${leftOut})`;
}
