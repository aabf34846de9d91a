import { expect, test } from 'vitest';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import {
  aNight,
  anAccount,
  aPolicy,
  factsOf,
  openInvoice,
  sums,
  tables,
  texts,
} from '../night-builders.ts';

const fee = (invoiceId: string) => ({
  invoiceId,
  interest: 467,
  fixed: 4000,
  because: '4 days at 10.15 % a year and a fixed 40.00 EUR',
});

const letterWith = (account: Record<string, unknown>) => {
  const invoices = [openInvoice()];
  const night = aNight({ accounts: [anAccount(account)] });
  return composeLetter(night, factsOf(invoices), invoices, aPolicy());
};

const FOR_INFORMATION =
  /^For information: .* 44\.67 EUR to date\. It is not in the amount to pay\.$/;

test('a letter tells what being late has come to, apart from the amount to pay', () => {
  const letter = letterWith({ lateFees: [fee('INV-7'), fee('NOT-ASKED')] });

  expect(tables(letter)[1]).toEqual([[`INV-7 (${fee('INV-7').because})`, '44.67 EUR']]);
  expect(texts(letter)).toContainEqual(expect.stringMatching(FOR_INFORMATION));
  expect(sums(letter)).toContain('Amount to pay: 4,200.00 EUR');
  expect(letter?.subject).toContain('4,200.00 EUR to pay');
});

test.each([
  { account: {}, because: 'the policy names none' },
  { account: { lateFees: [fee('NOT-ASKED')] }, because: 'it is of an invoice not asked for' },
  { account: { lateFees: [fee('INV-7')], unapplied: 420_000 }, because: 'credit covers it all' },
])('a letter tells of no late fee where $because', ({ account }) => {
  expect(tables(letterWith(account))).toHaveLength(1);
});
