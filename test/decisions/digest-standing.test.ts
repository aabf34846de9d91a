import { expect, test } from 'vitest';
import { composeDigest } from '../../shared/decisions/compose-digest.ts';
import { AS_OF, aNight, aNotice, anAccount, aPolicy, rowsUnder, texts } from './night-builders.ts';

const manager = { email: 'ana@kestrel.example', role: 'account-manager' } as const;

const news = aNight({
  accounts: [anAccount({ stage: 'final-notice', daysPastDue: 21 })],
  notices: [aNotice({ stage: 'final-notice' })],
});

const account = (over: Record<string, unknown>, name: string) =>
  aNight({ accounts: [anAccount(over)], notices: [] }, { customerId: name, name });

test.each([
  { from: 'final-notice', stage: 'reminder', now: 'reminder', because: 'that is two rungs down' },
  { from: 'reminder', stage: undefined, now: 'no stage', because: 'it is off the ladder' },
  { from: 'reminder', stage: 'final-notice', now: undefined, because: 'up is not down' },
  { from: 'reminder', stage: 'reminder', now: undefined, because: 'nothing changed' },
  { from: undefined, stage: 'reminder', now: undefined, because: 'it was on no stage' },
])('from $from to $stage is listed as $now: $because', ({ from, stage, now }) => {
  const quiet = account({ from, stage, because: 'paid down' }, 'Fabrikam');

  const digest = composeDigest(manager, [news, quiet], AS_OF, aPolicy());

  const listed = rowsUnder('Came down or cleared', digest).map((row) => [row[0], row[2], row[4]]);
  expect(listed).toEqual(now === undefined ? [] : [['Fabrikam', now, 'paid down']]);
});

test('everyone on a stage is listed, and each currency has a total of its own', () => {
  const nights = [
    news,
    account({ overdue: 80_000, since: '2026-03-01' }, 'Fabrikam'),
    account({ overdue: 120_000, currency: 'JPY' }, 'Kaede'),
    account({ stage: undefined }, 'Paid'),
  ];

  const digest = composeDigest(manager, nights, AS_OF, aPolicy());

  expect(rowsUnder('Everyone on a stage', digest)).toEqual([
    ['Contoso', 'final notice', '2026-03-17', '4,200.00 EUR', '21'],
    ['Fabrikam', 'reminder', '2026-03-01', '800.00 EUR', '4'],
    ['Kaede', 'reminder', '2026-03-17', '120,000 JPY', '4'],
  ]);
  expect(texts(digest)).toContain(
    'Overdue in total: 5,000.00 EUR (2 customers), 120,000 JPY (1 customer)',
  );
});
