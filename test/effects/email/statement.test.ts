import { expect, test } from 'vitest';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import { emailRenderer } from '../../../shared/effects/email/render-email.ts';
import { statementView } from '../../../shared/effects/email/statement/statement-view.ts';
import {
  aNight,
  anAccount,
  aPolicy,
  factsOf,
  openInvoice,
} from '../../decisions/night-builders.ts';

async function attached(invoices = [openInvoice()], unapplied = 0, language = 'en') {
  const night = aNight({ accounts: [anAccount({ unapplied })] }, { language });
  const letter = composeLetter(night, factsOf(invoices), invoices, aPolicy());
  if (letter === undefined) throw new Error('Cannot happen: something is owed');
  const { attachments } = await emailRenderer(undefined).render(letter);
  return attachments.map(({ name, contentType, content }) => ({
    name,
    contentType,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(content),
  }));
}

test('a letter that asks brings a statement of all that is open, due or not', async () => {
  const [csv, html] = await attached(
    [openInvoice(), openInvoice({ invoiceId: 'INV-9', daysPastDue: -10, open: 9_950 })],
    20_000,
  );

  expect(csv).toEqual({
    name: 'statement-of-account-2026-03-17.csv',
    contentType: 'text/csv; charset=utf-8',
    text: [
      '\uFEFFInvoice,Issued,Due,Days past due,Amount,Open amount,Currency,Remark',
      'INV-7,2026-02-11,2026-03-13,4,4200.00,4200.00,EUR,',
      'INV-9,2026-02-25,2026-03-27,0,99.50,99.50,EUR,',
      'Less your unapplied credit,,,,,-200.00,EUR,',
      'Balance,,,,,4099.50,EUR,',
      '',
    ].join('\r\n'),
  });
  expect(html?.text).toContain('4,099.50\u00A0EUR');
});

test('an invoice number is no formula to a spreadsheet', async () => {
  const [csv] = await attached([openInvoice({ invoiceId: '=HYPERLINK("a","b")' })]);

  expect(csv?.text).toContain('\r\n"\'=HYPERLINK(""a"",""b"")",2026');
});

test('a file in the language of the customer is one that their spreadsheet opens', async () => {
  const [csv] = await attached([openInvoice({ invoiceId: 'A;1' })], 0, 'nl-BE');

  expect(csv?.name).toBe('openstaande-facturen-2026-03-17.csv');
  expect(csv?.text).toContain('Factuur;Factuurdatum;Vervaldatum');
  expect(csv?.text).toContain('"A;1";2026-02-11;2026-03-13;4;4200,00;4200,00;EUR;');
});

test('a statement to read is as narrow as a phone: what was invoiced stands below what is open', async () => {
  const invoices = [openInvoice({ open: 120_000 })];
  const night = aNight({ accounts: [anAccount()] });
  const facts = factsOf([openInvoice()]);
  const letter = composeLetter(night, facts, invoices, aPolicy());
  if (letter === undefined) throw new Error('Cannot happen: something is owed');
  const { blocks } = statementView(letter.content, 'en');
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

  expect(tables[0]?.columns).toHaveLength(3);
  expect(tables[0]?.rows[0]?.[2]).toMatchObject({
    text: '1,200.00 EUR',
    sub: 'Amount 4,200.00 EUR',
  });
});
