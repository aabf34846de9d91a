import { expect, test } from 'vitest';
import { aNight, aNotice, anAccount, rowsUnder, TONIGHT, texts } from '../night-builders.ts';
import { digestOf } from './digest-of.ts';

const manager = { email: 'ana@kestrel.example', role: 'account-manager' } as const;

const news = aNight({
  accounts: [anAccount({ stage: 'final-notice', daysPastDue: 21 })],
  notices: [aNotice({ stage: 'final-notice' })],
});

const account = (over: Record<string, unknown>, name: string) =>
  aNight({ accounts: [anAccount(over)], notices: [] }, { customerId: name, name });

test('everyone on a stage is listed, and each currency has a total of its own', () => {
  const nights = [
    news,
    account({ overdue: 80_000, since: '2026-03-01' }, 'Fabrikam'),
    account({ overdue: 120_000, currency: 'JPY' }, 'Kaede'),
    account({ stage: undefined }, 'Paid'),
  ];

  const digest = digestOf(manager, nights, TONIGHT);

  expect(rowsUnder('Everyone on a stage', digest)).toEqual([
    ['Contoso', 'final notice (since 17 Mar 2026)', '4,200.00 EUR (21 days past due)'],
    ['Fabrikam', 'reminder (since 1 Mar 2026)', '800.00 EUR (4 days past due)'],
    ['Kaede', 'reminder (since 17 Mar 2026)', '120,000 JPY (4 days past due)'],
  ]);
  expect(texts(digest)).toContain(
    'Overdue in total: 5,000.00 EUR (2 customers), 120,000 JPY (1 customer)',
  );
});
