import { expect, test } from 'vitest';
import { aNight, aNotice, anAccount, cards, rowsUnder, TONIGHT, texts } from '../night-builders.ts';
import { digestOf } from './digest-of.ts';

const manager = { email: 'ana@kestrel.example', role: 'account-manager' } as const;
const news = aNight({
  accounts: [anAccount({ stage: 'final-notice', daysPastDue: 21 })],
  notices: [aNotice({ stage: 'final-notice' })],
});

/** Fabrikam came down tonight, told to whom the test says. */
const recovered = (over: Record<string, unknown> = {}, stage: string | undefined = undefined) =>
  aNight(
    {
      accounts: [anAccount({ from: 'final-notice', stage, overdue: 0 })],
      notices: [
        aNotice({
          key: 'fabrikam|EUR|recovery|1|final-notice|2026-03-17',
          kind: 'recovery',
          stage: 'final-notice',
          tell: ['account-manager'],
          letter: undefined,
          because: 'no longer at final-notice: nothing is overdue',
          ...over,
        }),
      ],
    },
    { customerId: 'fabrikam', name: 'Fabrikam' },
  );

test.each([
  { stage: undefined, now: 'no stage' },
  { stage: 'second-notice', now: 'second notice' },
])('who came down to $stage is listed once, and is nothing worse', ({ stage, now }) => {
  const digest = digestOf(manager, [recovered({}, stage), news], TONIGHT);

  expect(rowsUnder('Came down or cleared', digest)).toEqual([
    [
      'Fabrikam (no longer at final-notice: nothing is overdue)',
      `${now} (Was: final notice)`,
      '0.00 EUR',
    ],
  ]);
  expect(cards(digest).map(([name]) => name)).toEqual(['Contoso']);
  expect(digest?.subject).toMatch(/^1 customer needs attention: Contoso final notice/);
  expect(digest?.customerIds).toEqual(['contoso', 'fabrikam']);
});

test('good news alone makes a digest, which says that there is nothing worse', () => {
  const digest = digestOf(manager, [recovered()], TONIGHT);

  expect(digest?.subject).toBe('1 customer came down: Fabrikam no longer at final notice');
  expect(texts(digest)[0]).toBe('Nothing is new or worse. Data as of 17 March 2026.');
  expect(texts(digest)).not.toContain('New or worse');
});

test('it is told to those it is for', () => {
  expect(digestOf(manager, [recovered({ tell: ['credit-controller'] })], TONIGHT)).toBeUndefined();
});

test('a stage that fell without anybody to tell is no news', () => {
  const quiet = aNight({
    accounts: [anAccount({ from: 'reminder', stage: undefined })],
    notices: [],
  });

  expect(digestOf(manager, [quiet], TONIGHT)).toBeUndefined();
});
