import { expect, test } from 'vitest';
import type { InvoiceNight } from '../../../shared/decisions/customer-night.ts';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import { viewOf } from '../../../shared/effects/email/view/view-of.ts';
import { aNight, aNotice, anAccount, aPolicy, factsOf, openInvoice } from '../night-builders.ts';

const EURO = { accountHolder: 'Kestrel Cloud AB', iban: 'SE35 5000 0000 0549 1000 0003' };
const KRONA = { accountNumber: 'Bankgiro 5050-1055' };
const inKrona = openInvoice({ invoiceId: 'INV-9', currency: 'SEK' });
const inYen = openInvoice({ invoiceId: 'INV-5', currency: 'JPY' });

/** What a letter says of how to pay, a line each. */
function howToPay(payment: object, invoices: readonly InvoiceNight[], language = 'en'): string[] {
  const currencies = [...new Set(invoices.map(({ currency }) => currency))];
  const night = aNight(
    {
      accounts: currencies.map((currency) => anAccount({ currency })),
      notices: currencies.map((currency) => aNotice({ key: `contoso|${currency}|x`, currency })),
    },
    { language },
  );
  const policy = aPolicy({ reseller: { name: 'Kestrel Cloud', payment } });
  const letter = composeLetter(night, factsOf(invoices), invoices, policy);
  if (letter === undefined) throw new Error('Cannot happen: something is owed');
  const { blocks } = viewOf(letter, { customer: () => undefined });
  return blocks.flatMap((block) => {
    if (block.kind === 'heading' && block.text.startsWith('How to pay')) return [block.text];
    if (block.kind === 'button') return [block.url];
    return block.kind === 'facts' ? block.rows.map((row) => row.join(': ')) : [];
  });
}

test('each currency is paid to its own account, and those that share one stand together', () => {
  const payment = { ...EURO, byCurrency: { SEK: KRONA } };

  expect(howToPay(payment, [openInvoice(), inKrona, inYen])).toEqual([
    'How to pay (EUR and JPY)',
    'Account holder: Kestrel Cloud AB',
    'IBAN: SE35 5000 0000 0549 1000 0003',
    'Reference: the invoice numbers',
    'How to pay (SEK)',
    'Account number: Bankgiro 5050-1055',
    'Reference: the invoice numbers',
  ]);
});

test('a letter in one currency names its account alone', () => {
  expect(howToPay({ ...EURO, byCurrency: { SEK: KRONA } }, [inKrona])).toEqual([
    'How to pay',
    'Account number: Bankgiro 5050-1055',
    'Reference: the invoice numbers',
  ]);
});

test('the reference and the page to pay on are those of the customer', () => {
  const payment = { reference: 'Customer {customerId}', url: 'https://pay.example/{customerId}' };

  expect(howToPay(payment, [openInvoice()])).toEqual([
    'How to pay',
    'Reference: Customer contoso',
    'https://pay.example/contoso',
  ]);
});

test('nothing is asked to be named where no account is', () => {
  expect(howToPay({}, [openInvoice()])).toEqual([]);
});

test('what to name is asked for in the language of the letter', () => {
  expect(howToPay(KRONA, [openInvoice()], 'sv')).toContain('Referens: fakturanumren');
});
