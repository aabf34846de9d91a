import { boundedTable, type Columns, paragraph } from './bounded-table.ts';
import type { Block } from './email.ts';
import type { LetterSection } from './letter-section.ts';
import { moneyText, total } from './money-text.ts';

const COLUMNS: Columns = [
  ['Invoice', 'left'],
  ['How it comes about', 'left'],
  ['Late fee to date', 'right'],
];

/** Of the invoices that are asked for. Never in the amount to pay: nothing of it is booked. */
export function lateFeeBlocks({
  currency,
  invoices,
  toPay,
  lateFees = [],
}: LetterSection): Block[] {
  const asked = new Set(invoices.map(({ invoice }) => invoice.invoiceId));
  const shown = toPay > 0 ? lateFees.filter(({ invoiceId }) => asked.has(invoiceId)) : [];
  if (shown.length === 0) return [];
  const sum = total(
    shown.map(({ interest, fixed }) => interest + fixed),
    currency,
  );
  const rows = shown.map(({ invoiceId, interest, fixed, because }) => [
    invoiceId,
    because,
    moneyText({ minorUnits: interest + fixed, currency }),
  ]);
  return [
    paragraph(
      `For information: late payment of these invoices has come to ${moneyText(sum)} to date. It is not in the amount to pay.`,
    ),
    ...boundedTable(COLUMNS, rows),
  ];
}
