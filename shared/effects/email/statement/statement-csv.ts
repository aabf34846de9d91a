import type { LetterContent } from '../../../decisions/email/content/letter-content.ts';
import { literalLine } from '../../../decisions/email/literal-line.ts';
import type { Words } from '../../../languages/words.ts';

/**
 * For a spreadsheet of the reader's language, which opens it with a click: amounts and the sign
 * between cells as it expects them, and days as YYYY-MM-DD, which all of them know.
 */
export function statementCsv({ statement }: LetterContent, words: Words): string {
  const { statement: titles, letter, reason, figures } = words;
  const head = [
    letter.invoice,
    titles.issued,
    letter.due,
    titles.daysPastDue,
    titles.amount,
    letter.openAmount,
    titles.currency,
    titles.remark,
  ];
  const rows = statement.flatMap(({ currency, lines, unapplied, balance }) => {
    const amount = (minorUnits: number): string => figures.decimal({ minorUnits, currency });
    return [
      ...lines.map((line) => [
        cell(line.invoiceId),
        line.issuedOn,
        line.dueOn,
        `${Math.max(0, line.daysPastDue)}`,
        amount(line.amount),
        amount(line.open),
        currency,
        cell(line.remark === undefined ? '' : reason(line.remark)),
      ]),
      ...(unapplied === 0
        ? []
        : [[cell(letter.unappliedCredit), '', '', '', '', amount(-unapplied), currency, '']]),
      [cell(titles.balance), '', '', '', '', amount(balance), currency, ''],
    ];
  });
  const lines = [head.map(cell), ...rows].map((row) => row.join(figures.separator));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Text that a spreadsheet takes for no formula, whatever an invoice is called. */
function cell(text: string): string {
  const line = literalLine(text);
  const plain = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
