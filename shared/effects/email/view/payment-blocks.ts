import type { LetterContent } from '../../../decisions/email/content/letter-content.ts';
import type { Words } from '../../../languages/words.ts';
import type { CurrencyCode } from '../../../ledger/money.ts';
import { heading } from './blocks.ts';
import type { Block } from './view.ts';

type Payment = LetterContent['payment'];
type Account = Omit<Payment, 'byCurrency'>;

/** Where to pay what is asked for: currencies that go to one account stand together. */
export function paymentBlocks(
  { byCurrency = {}, ...general }: Payment,
  asked: readonly CurrencyCode[],
  words: Words,
): Block[] {
  const byAccount = [...Map.groupBy(asked, (currency) => byCurrency[currency] ?? general)];
  return byAccount.flatMap(([account, currencies]) => {
    const shown = accountBlocks(account, words);
    const title =
      byAccount.length === 1
        ? words.letter.payment
        : `${words.letter.payment} (${words.figures.list(currencies)})`;
    return shown.length === 0 ? [] : [heading(title), ...shown];
  });
}

/** Without a reference of the reseller's, nobody could tell which invoices a payment is for. */
function accountBlocks(account: Account, { letter }: Words): Block[] {
  const { accountHolder, bank, iban, bic, accountNumber, url } = account;
  const isKnown = iban !== undefined || accountNumber !== undefined;
  const { reference = isKnown ? letter.invoiceNumbers : undefined } = account;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [letter.accountHolder, accountHolder],
    [letter.bank, bank],
    ['IBAN', iban],
    ['BIC', bic],
    [letter.accountNumber, accountNumber],
    [letter.reference, reference],
  ];
  const known = rows.flatMap(([label, text]) =>
    text === undefined ? [] : [[label, text] as const],
  );
  return [
    ...(known.length === 0 ? [] : [{ kind: 'facts', rows: known } as const]),
    ...(url === undefined ? [] : [{ kind: 'button', text: letter.payOnline, url } as const]),
  ];
}
