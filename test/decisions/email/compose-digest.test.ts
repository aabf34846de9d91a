import { describe, expect, test } from 'vitest';
import { Email } from '../../../shared/decisions/email/email.ts';
import {
  AS_OF,
  aNight,
  aNotice,
  anAccount,
  cards,
  rowsUnder,
  TONIGHT,
  texts,
} from '../night-builders.ts';
import { digestOf } from './digest-of.ts';

const manager = { email: 'ana@kestrel.example', role: 'account-manager' } as const;
const controller = { email: 'cc@kestrel.example', role: 'credit-controller' } as const;

/** A customer that reached the final notice tonight, with so much overdue. */
const lateNight = (name: string, overdue: number, currency = 'EUR') =>
  aNight(
    {
      accounts: [anAccount({ overdue, currency, stage: 'final-notice', daysPastDue: 21 })],
      notices: [aNotice({ key: `${name}|final`, currency, stage: 'final-notice' })],
    },
    { customerId: name.toLowerCase(), name },
  );

test('the subject carries the news: how many, who is worst, and by how much', () => {
  const nights = [lateNight('Fabrikam', 12_000), lateNight('Contoso', 420_000)];

  const digest = digestOf(manager, nights, TONIGHT);

  expect(digest).toMatchObject({
    kind: 'digest',
    to: 'ana@kestrel.example',
    subject: '2 customers need attention: Contoso final notice, 4,200.00 EUR overdue',
    customerIds: ['contoso', 'fabrikam'],
  });
  expect(Email.parse(digest)).toEqual(digest);
});

test('a finding comes with what it is about, its figures and its reason', () => {
  const digest = digestOf({ ...manager, name: 'Ana' }, [aNight()], TONIGHT);

  expect(texts(digest).slice(0, 2)).toEqual(['Hello Ana,', 'Data as of 17 March 2026.']);
  expect(cards(digest)).toEqual([
    [
      'Contoso',
      'reminder',
      '4,200.00 EUR overdue',
      'oldest overdue invoice INV-7 is 4 days past due and reminder starts at 3',
    ],
  ]);
});

test('money at risk is ranked within its currency, the one with most findings first', () => {
  const nights = [
    lateNight('Aster', 900_000_000, 'JPY'),
    lateNight('Birch', 100),
    lateNight('Cedar', 300),
    lateNight('Dahlia', 300),
  ];

  const digest = digestOf(manager, nights, TONIGHT);

  expect(cards(digest).map(([name]) => name)).toEqual(['Cedar', 'Dahlia', 'Birch', 'Aster']);
});

test('of a thousand late customers the two hundred with most at risk are listed, and all counted', () => {
  const nights = Array.from({ length: 1_000 }, (_, at) => lateNight(`Customer ${at}`, at + 1));

  const digest = digestOf(manager, nights, TONIGHT);
  const reversed = digestOf(manager, nights.toReversed(), TONIGHT);

  expect(digest?.content).toMatchObject({ needAttention: 1_000, findings: { more: 800 } });
  expect(digest?.content.findings.items.map(({ overdue }) => overdue)).toEqual(
    Array.from({ length: 200 }, (_, at) => 1_000 - at),
  );
  expect(digest?.content.totals).toEqual([{ currency: 'EUR', overdue: 500_500, customers: 1_000 }]);
  expect(digest?.customerIds).toHaveLength(200);
  expect(reversed).toEqual(digest);
});

test('budget alerts and broken promises are news as well, what is owed before what is spent', () => {
  const night = aNight({
    accounts: [],
    budgets: [{ currency: 'EUR', month: '2026-03', budget: 100_000, spent: 112_000, crossed: 100 }],
    notices: [
      aNotice({ key: 'b', kind: 'budget', stage: '100', because: '1120.00 of 1000.00 EUR' }),
      aNotice({ key: 'p', kind: 'promise-broken', stage: undefined, because: 'not paid' }),
    ],
  });

  const digest = digestOf(manager, [night], TONIGHT);

  expect(digest?.subject).toBe('1 customer needs attention: Contoso promise broken');
  expect(cards(digest)).toEqual([
    ['Contoso', 'promise broken', '', 'not paid'],
    ['Contoso', 'budget 100 %', '', '1120.00 of 1000.00 EUR'],
  ]);
});

test('a letter that was not sent says why beside its notice', () => {
  const key = 'contoso|EUR|dunning|reminder|1';
  const night = aNight({ suppressed: [{ key, because: 'no billing e-mail is known' }] });

  const digest = digestOf(manager, [night], TONIGHT);

  expect(cards(digest).map((row) => [row[1], row[3]])).toEqual([
    [
      'reminder',
      'oldest overdue invoice INV-7 is 4 days past due and reminder starts at 3; Letter not sent: no billing e-mail is known',
    ],
  ]);
});

test('a letter that nobody else was to hear of is news on the night it was due', () => {
  const night = aNight({
    accounts: [anAccount(), anAccount({ currency: 'JPY', overdue: 120_000, since: AS_OF })],
    notices: [],
    suppressed: [{ key: 'contoso|JPY|dunning|reminder|1', because: 'no address is known' }],
  });

  const digest = digestOf(manager, [night], TONIGHT);

  expect(digest?.subject).toBe(
    '1 customer needs attention: Contoso letter not sent, 120,000 JPY overdue',
  );
  expect(cards(digest)).toEqual([
    ['Contoso', 'letter not sent', '120,000 JPY overdue', 'no address is known'],
  ]);
});

test('what waits since an earlier night is listed below the news, and is none itself', () => {
  const waiting = aNight({
    accounts: [anAccount({ since: '2026-03-16' })],
    notices: [],
    suppressed: [{ key: 'contoso|EUR|dunning|reminder|1', because: 'the last letter left then' }],
  });

  const digest = digestOf(manager, [waiting, lateNight('Fabrikam', 100)], TONIGHT);

  expect(rowsUnder('Still waiting', digest)).toEqual([
    ['Contoso (the last letter left then)', '4,200.00 EUR'],
  ]);
  expect(digestOf(manager, [waiting], TONIGHT)).toBeUndefined();
});

test('the credit controller hears what is for the credit controller, with the proposed action', () => {
  const nights = [
    lateNight('Fabrikam', 900_000),
    aNight({
      notices: [aNotice({ tell: ['credit-controller'], actions: ['propose-suspension'] })],
    }),
  ];

  const digest = digestOf(controller, nights, TONIGHT);

  expect(digest?.customerIds).toEqual(['contoso']);
  expect(cards(digest)[0]?.at(-1)).toMatch(/; Proposed: suspension$/);
  expect(texts(digest)[0]).toContain('Actions are proposed, and a person decides.');
});

test('at most 200 findings are shown, and all are counted', () => {
  const nights = Array.from({ length: 205 }, (_, each) => lateNight(`Customer ${each}`, each));

  const digest = digestOf(manager, nights, TONIGHT);

  expect(digest?.subject).toMatch(/^205 customers need attention: Customer 204 /);
  expect(cards(digest)).toHaveLength(200);
  expect(texts(digest)).toContain('and 5 more');
});

test('a name cannot start a header', () => {
  const digest = digestOf(manager, [lateNight('Evil\r\nBcc: all@kestrel.example', 1)], TONIGHT);

  expect(digest?.subject).not.toMatch(/[\r\n]/);
});

describe('no digest', () => {
  test.each([
    { night: aNight({ notices: [] }), because: 'nothing is new, though somebody is on a stage' },
    {
      night: aNight({ notices: [aNotice({ tell: ['customer'] })] }),
      because: 'what is new is for somebody else',
    },
  ])('is sent when $because', ({ night }) => {
    expect(digestOf(manager, [night], TONIGHT)).toBeUndefined();
  });
});

test('a repeated night composes the same digest, and further news another', () => {
  const compose = (...names: string[]) =>
    digestOf(
      manager,
      names.map((name) => lateNight(name, 1)),
      TONIGHT,
    );

  expect(compose('A', 'B')).toEqual(compose('B', 'A'));
  expect(compose('A', 'B')?.id).not.toBe(compose('A')?.id);
});

test('two colleagues with the same news get a digest each', () => {
  const [ana, bo] = ['ana@kestrel.example', 'bo@kestrel.example'].map((email) =>
    digestOf({ ...manager, email }, [aNight()], TONIGHT),
  );

  expect(ana?.id).not.toBe(bo?.id);
});
