import type {
  LetterContent,
  StatementAccount,
} from '../../../decisions/email/content/letter-content.ts';
import type { Language } from '../../../languages/language.ts';
import type { Words } from '../../../languages/words.ts';
import { wordsOf } from '../../../languages/words-of.ts';
import { cell, columns, quiet, table } from '../view/blocks.ts';
import type { Block, View } from '../view/view.ts';

/** A statement of account as a page of its own, to be printed or filed. */
export function statementView(content: LetterContent, language: Language): View {
  const words = wordsOf(language);
  const { brand, customerName, asOf, statement } = content;
  const about = words.statement.of(customerName, brand.name, asOf);
  return {
    language,
    brand,
    title: words.statement.title,
    preheader: about,
    blocks: [quiet(about), ...statement.flatMap((account) => accountBlocks(account, words))],
    foot: brand.imprint === undefined ? [] : [brand.imprint],
  };
}

function accountBlocks(account: StatementAccount, words: Words): Block[] {
  const { letter, statement, figures, reason, andMore } = words;
  const { currency, lines, moreLines, unapplied, balance } = account;
  const money = (minorUnits: number): string => figures.money({ minorUnits, currency });
  const rows = lines.map((line) => [
    cell(
      line.invoiceId,
      [
        letter.issuedOn(figures.shortDay(line.issuedOn)),
        ...(line.remark === undefined ? [] : [reason(line.remark)]),
      ].join(', '),
    ),
    cell(
      figures.shortDay(line.dueOn),
      line.daysPastDue > 0 ? letter.pastDue(line.daysPastDue) : undefined,
    ),
    cell(
      money(line.open),
      line.amount === line.open ? undefined : `${statement.amount} ${money(line.amount)}`,
    ),
  ]);
  const titles = columns(letter.invoice, letter.due, `>${letter.openAmount}`);
  const credit: [string, string][] =
    unapplied === 0 ? [] : [[letter.unappliedCredit, money(-unapplied)]];
  return table(letter.inCurrency(currency), titles, rows, {
    foot: [...credit, [statement.balance, money(balance)]],
    more: moreLines > 0 ? andMore(moreLines) : undefined,
  });
}
