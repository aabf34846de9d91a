import { z } from 'zod';
import { CurrencyCode } from '../ledger/money.ts';

/** An account to pay to, as letters show it. Nothing of it is checked against a bank. */
const PaymentAccount = z.strictObject({
  accountHolder: z.string().optional().describe('Who the account belongs to.'),
  bank: z.string().optional().describe('The name of the bank.'),
  iban: z.string().optional().describe('International account number.'),
  bic: z.string().optional().describe('BIC (SWIFT code) of the bank.'),
  accountNumber: z.string().optional().describe('A national account or bankgiro number.'),
  reference: z
    .string()
    .optional()
    .describe(
      'What a customer is to name when paying; {customerId} in it becomes their id. Where absent, the invoice numbers are asked for, in the language of the letter.',
    ),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'A page where a customer can pay, linked from letters; {customerId} in it becomes theirs.',
    ),
});
export type PaymentAccount = z.infer<typeof PaymentAccount>;

/** Where a customer pays to, and where instead in some currencies. */
export const Payment = PaymentAccount.extend({
  byCurrency: z
    .record(CurrencyCode, PaymentAccount)
    .optional()
    .describe(
      'By currency, the account for what is owed in it, such as a bankgiro for SEK: all of it, as nothing is taken from the account above.',
    ),
});
export type Payment = z.infer<typeof Payment>;

/** How the reseller's e-mails look. */
export const Look = z.strictObject({
  logoText: z
    .string()
    .optional()
    .describe('What stands at the head of every e-mail; the name of the reseller where absent.'),
  accentColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #1F5FA8')
    .default('#1F5FA8')
    .describe('The colour of that head and of buttons; white must be readable on it.'),
  imprint: z
    .string()
    .optional()
    .describe('What stands at the foot of letters: company, address, registration.'),
});
