import { describe, expect, test } from 'vitest';
import type { CustomerNight, InvoiceNight } from '../../../shared/decisions/customer-night.ts';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import type { Email } from '../../../shared/decisions/email/email.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import {
  aNight,
  aNotice,
  anAccount,
  aPolicy,
  factsOf,
  openInvoice,
  sums,
  tables,
  texts,
} from '../night-builders.ts';

/** The letter about some invoices, on a night that is ordinary unless said otherwise. */
function letterAbout(
  invoices: readonly InvoiceNight[] = [openInvoice()],
  night: CustomerNight = aNight(),
  policy: Policy = aPolicy(),
): Email | undefined {
  return composeLetter(night, factsOf(invoices), invoices, policy);
}

test('a reminder names every overdue invoice and the one amount to pay', () => {
  const letter = letterAbout();

  expect(letter).toMatchObject({
    kind: 'letter',
    to: 'ap@contoso.example',
    subject: 'Payment reminder from Kestrel Cloud: 4,200.00 EUR to pay',
    customerIds: ['contoso'],
  });
  expect(tables(letter)).toEqual([
    [['INV-7 (issued 11 Feb 2026)', '13 Mar 2026 (4 days past due)', '4,200.00 EUR']],
  ]);
  expect(texts(letter)).toEqual([
    'Dear Contoso,',
    'According to our records the invoices below are past their due date. They may have escaped your attention: please pay the amount shown, or tell us what stands in the way.',
    'A statement of your account is attached.',
    'All figures are as of 17 March 2026; what reached us later is not in them.',
    'If you have paid in the meantime, please disregard this letter. If something about an invoice is not right, please reply to this e-mail.',
    'Kind regards,',
    'Kestrel Cloud',
  ]);
});

test.each([
  { letter: 'courtesy', subject: 'Courtesy note', says: 'This note is a courtesy' },
  { letter: 'reminder', subject: 'Payment reminder', says: 'escaped your attention' },
  { letter: 'second-notice', subject: 'Second notice', says: 'without further delay' },
  { letter: 'final-notice', subject: 'Final notice', says: 'suspending your services' },
])('a $letter is called so and says "$says"', ({ letter, subject, says }) => {
  const night = aNight({ notices: [aNotice({ letter })] });

  const email = letterAbout([openInvoice()], night);

  expect(email?.subject).toBe(`${subject} from Kestrel Cloud: 4,200.00 EUR to pay`);
  expect(texts(email)[1]).toContain(says);
});

test('several currencies make one letter, a table and a sum each, in the severest tone', () => {
  const night = aNight({
    accounts: [
      anAccount(),
      anAccount({ currency: 'JPY', unapplied: 20_000 }),
      anAccount({ currency: 'KWD' }),
    ],
    notices: [
      aNotice(),
      aNotice({ key: 'jpy', currency: 'JPY', letter: 'final-notice' }),
      aNotice({ key: 'kwd', currency: 'KWD', letter: 'courtesy' }),
    ],
  });
  const invoices = [
    openInvoice(),
    openInvoice({ invoiceId: 'J-1', currency: 'JPY', open: 120_000 }),
    openInvoice({ invoiceId: 'K-1', currency: 'KWD', open: 1_234_500 }),
  ];

  const letter = letterAbout(invoices, night);

  expect(letter?.subject).toBe(
    'Final notice from Kestrel Cloud: 4,200.00 EUR and 100,000 JPY and 1,234.500 KWD to pay',
  );
  expect(tables(letter).map((rows) => rows.map((row) => row[2]))).toEqual([
    ['4,200.00 EUR'],
    ['120,000 JPY'],
    ['1,234.500 KWD'],
  ]);
  expect(texts(letter)).toEqual(expect.arrayContaining(['In EUR', 'In JPY', 'In KWD']));
  expect(sums(letter)).toEqual([
    'Amount to pay: 4,200.00 EUR',
    'Total: 120,000 JPY',
    'Less your unapplied credit: -20,000 JPY',
    'Amount to pay: 100,000 JPY',
    'Amount to pay: 1,234.500 KWD',
  ]);
});

test('credit that covers everything asks what it is for, and for no money', () => {
  const night = aNight({
    accounts: [anAccount({ unapplied: 500_000 })],
    notices: [aNotice({ letter: 'final-notice' })],
  });

  const letter = letterAbout([openInvoice()], night);

  expect(letter?.subject).toBe('A question about your credit from Kestrel Cloud');
  expect(texts(letter)).toContain('Your unapplied credit of 5,000.00 EUR covers it.');
});

test('a refund beyond what was paid is not asked for: it was never invoiced', () => {
  const night = aNight({ accounts: [anAccount({ unapplied: -10_000 })] });

  const letter = letterAbout([openInvoice()], night);

  expect(letter?.subject).toContain('4,200.00 EUR to pay');
});

test('the oldest invoice comes first, and so does the lower number of one day', () => {
  const invoices = [
    openInvoice({ invoiceId: 'C', daysPastDue: 1 }),
    openInvoice({ invoiceId: 'B', daysPastDue: 9 }),
    openInvoice({ invoiceId: 'A', daysPastDue: 9 }),
  ];

  const letter = letterAbout(invoices);

  expect(tables(letter)[0]?.map(([id]) => id?.[0])).toEqual(['A', 'B', 'C']);
});

test('a table is bounded, and the sum is of all', () => {
  const invoices = Array.from({ length: 1_500 }, (_, each) =>
    openInvoice({ invoiceId: `INV-${each}`, open: 100 }),
  );

  const letter = letterAbout(invoices);

  expect(tables(letter)[0]).toHaveLength(200);
  expect(texts(letter)).toContain('and 1,300 more');
  expect(sums(letter)).toEqual(['Amount to pay: 1,500.00 EUR']);
});

test('a line break in the reseller name stays out of the subject', () => {
  const policy = aPolicy({ reseller: { name: 'Kestrel\r\nBcc: all@kestrel.example' } });

  const letter = letterAbout([openInvoice()], aNight(), policy);

  expect(letter?.subject).not.toMatch(/[\r\n]/);
});

describe('no letter', () => {
  test.each([
    {
      night: aNight({ notices: [aNotice({ tell: ['account-manager'] })] }),
      because: 'no notice is for the customer',
    },
    { night: aNight({}, { billingEmail: undefined }), because: 'there is no address' },
    {
      night: aNight({
        suppressed: [{ key: 'contoso|EUR|dunning|reminder|1', because: 'told yesterday' }],
      }),
      because: 'the letter waits',
    },
  ])('is written when $because', ({ night }) => {
    expect(letterAbout([openInvoice()], night)).toBeUndefined();
  });

  test('is written when everything is disputed', () => {
    const invoices = [openInvoice()];
    const disputed = factsOf(invoices, [{ kind: 'dispute', from: '2026-03-01', currency: 'EUR' }]);

    expect(composeLetter(aNight(), disputed, invoices, aPolicy())).toBeUndefined();
  });
});

test('the letter of the same notices is the same e-mail, and of other notices another', () => {
  const compose = (key: string) =>
    letterAbout([openInvoice()], aNight({ notices: [aNotice({ key })] }));

  expect(compose('a')).toEqual(compose('a'));
  expect(compose('a')?.id).not.toBe(compose('b')?.id);
});

test.each([
  { language: 'nl-NL', subject: 'Betalingsherinnering van Kestrel Cloud: 4.200,00 EUR te betalen' },
  {
    language: 'sv',
    subject: 'Betalningspåminnelse från Kestrel Cloud: 4\u00A0200,00 EUR att betala',
  },
  { language: 'ja', subject: 'Payment reminder from Kestrel Cloud: 4,200.00 EUR to pay' },
])('a customer who reads $language is written to so: $subject', ({ language, subject }) => {
  expect(letterAbout([openInvoice()], aNight({}, { language }))?.subject).toBe(subject);
});
