import type { Account } from '../evaluation/accounts.ts';
import type { LateFee } from '../evaluation/late-fee.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import type { AskedInvoice } from './asked-invoices.ts';
import { boundedTable, type Columns, paragraph } from './bounded-table.ts';
import { figure } from './count-text.ts';
import type { Notice } from './customer-night.ts';
import type { Block } from './email.ts';
import { stored } from './ladder.ts';
import { lateFeeBlocks } from './letter-late-fees.ts';
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
  readonly lateFees?: readonly LateFee[] | undefined;
};

/** Only what is asked for is added up, and the account's unapplied credit taken off it once. */
export function letterSection(
  { currency, unapplied }: Account,
  invoices: readonly AskedInvoice[],
  notices: readonly Notice[],
  ladder: DunningPolicy,
): LetterSection {
  const { asked, leftOut } = dueFor(notices, invoices, currency, ladder);
  const amounts = asked.map(({ askedMinorUnits }) => askedMinorUnits);
  const sum = total(amounts, currency).minorUnits;
  const credit = Math.max(0, unapplied);
  return {
    currency,
    invoices: asked,
    leftOut,
    total: sum,
    credit,
    toPay: Math.max(0, sum - credit),
  };
}

/**
 * The invoices that notices are about: those past their due date, and those that have come to the
 * day of a stage where that lies before the due date, as for a courtesy note. Where a stage was
 * reached in yet another way, it is about all of them.
 */
function dueFor(
  notices: readonly Notice[],
  invoices: readonly AskedInvoice[],
  currency: CurrencyCode,
  ladder: DunningPolicy,
): { asked: AskedInvoice[]; leftOut: AskedInvoice[] } {
  const firstDay = Math.min(...notices.map((each) => firstDayAsked(each, ladder)));
  const tolerance = stored(ladder.tolerance, currency) ?? 0;
  const isAsked = ({ askedMinorUnits }: AskedInvoice): boolean => askedMinorUnits > tolerance;
  const due = invoices.filter(({ daysPastDue }) => daysPastDue >= firstDay);
  const about = due.some(isAsked) ? due : invoices;
  return {
    asked: about.filter(isAsked),
    leftOut: about.filter(({ leftOut }) => leftOut !== undefined),
  };
}

/** In days past due. */
function firstDayAsked({ stage }: Notice, { stages }: DunningPolicy): number {
  const reached = stages.find(({ name }) => name === stage);
  return Math.min(1, reached?.since === 'basis' ? reached.afterDays : 1);
}

const COLUMNS: Columns = [
  ['Invoice', 'left'],
  ['Issued', 'left'],
  ['Due', 'left'],
  ['Days past due', 'right'],
  ['Open amount', 'right'],
];

export function sectionBlocks(section: LetterSection): Block[] {
  const { currency, invoices, leftOut } = section;
  const rows = invoices.map(({ invoice, daysPastDue, askedMinorUnits }) => [
    invoice.invoiceId,
    invoice.issuedOn,
    invoice.dueOn,
    `${Math.max(0, daysPastDue)}`,
    moneyText({ minorUnits: askedMinorUnits, currency }),
  ]);
  return [
    ...boundedTable(COLUMNS, rows),
    paragraph(sumText(section)),
    ...leftOutBlocks(leftOut),
    ...lateFeeBlocks(section),
  ];
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
  return [paragraph(`Not asked for here: ${named}${more > 0 ? ` and ${figure(more)} more` : ''}`)];
}

function leftOutText({ invoice, open, askedMinorUnits, leftOut }: AskedInvoice): string {
  const { invoiceId, currency } = invoice;
  return `${moneyText({ minorUnits: open - askedMinorUnits, currency })} of ${invoiceId} (${leftOut})`;
}
