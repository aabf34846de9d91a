import { describe, expect, test } from 'vitest';
import { reportedReason } from '../../shared/languages/en.ts';
import { Reason } from '../../shared/languages/reason.ts';
import { WORDS } from '../../shared/languages/words-of.ts';

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
const inAll = (reason: unknown): string[] =>
  Object.values(WORDS).map((words) => plain(words.reason(Reason.parse(reason))));

const AGE = { key: 'age', basis: 'due-date', invoiceId: 'INV-7', days: 21, held: 0 };

describe('a reason is said in every language', () => {
  test.each([
    {
      reason: [AGE, { key: 'starts', stage: 'final-notice', isStrict: false, days: 21 }],
      said: [
        'oldest overdue invoice INV-7 is 21 days past due and final notice starts at 21',
        'de oudste vervallen factuur INV-7 is 21 dagen te laat; laatste aanmaning volgt op dag 21',
        'den äldsta förfallna fakturan INV-7 är 21 dagar försenad; sista påminnelsen gäller från dag 21',
      ],
    },
    {
      reason: [{ key: 'no-longer-at', stage: 'reminder' }, { key: 'nothing-overdue' }],
      said: [
        'no longer at reminder: nothing is overdue',
        'niet langer op herinnering: er is niets achterstallig',
        'inte längre på påminnelse: inget är förfallet',
      ],
    },
    {
      reason: [{ key: 'no-longer-at', stage: 'constructor' }, { key: 'nothing-overdue' }],
      said: [
        'no longer at constructor: nothing is overdue',
        'niet langer op constructor: er is niets achterstallig',
        'inte längre på constructor: inget är förfallet',
      ],
    },
    {
      reason: [{ key: 'told-before', stage: 'final-notice' }],
      said: [
        'final notice was told earlier in this episode',
        'laatste aanmaning is al eerder gemeld, en sindsdien was er steeds iets achterstallig',
        'sista påminnelsen meddelades tidigare, sedan dess har alltid något varit förfallet',
      ],
    },
    {
      reason: [
        { key: 'weekday', day: '2026-03-07' },
        { key: 'told-on', day: '2026-03-09' },
      ],
      said: [
        '7 March 2026 is a Saturday, and it is told on 9 March 2026 if it is still so',
        '7 maart 2026 is een zaterdag; het wordt op 9 maart 2026 gemeld als het dan nog zo is',
        '7 mars 2026 är en lördag, och det meddelas 9 mars 2026 om det då är så',
      ],
    },
    {
      reason: [
        {
          key: 'budget',
          currency: 'EUR',
          month: '2026-03',
          spent: 201_600,
          budget: 180_000,
          percent: 112,
          threshold: 100,
        },
      ],
      said: [
        'month-to-date spend of 2,016.00 EUR is 112 % of the March 2026 budget of 1,800.00 EUR and the threshold is 100 %',
        'het verbruik tot nu toe van 2.016,00 EUR is 112% van het budget voor maart 2026 van 1.800,00 EUR en de drempel is 100%',
        'förbrukningen hittills på 2 016,00 EUR är 112 % av budgeten för mars 2026 på 1 800,00 EUR och gränsen är 100 %',
      ],
    },
    {
      reason: [
        {
          key: 'late-fee',
          currency: 'EUR',
          days: 4,
          rates: [{ days: 4, millionths: 101_500 }],
          onceMillionths: 0,
          chargedOnce: 0,
          fixed: 4_000,
        },
      ],
      said: [
        '4 days at 10.15 % a year and a fixed 40.00 EUR',
        '4 dagen tegen 10,15% per jaar en vast 40,00 EUR',
        '4 dagar till 10,15 % per år och fast 40,00 EUR',
      ],
    },
    {
      reason: [{ key: 'text', text: 'of whoever wrote it' }],
      said: ['of whoever wrote it', 'of whoever wrote it', 'of whoever wrote it'],
    },
  ])('$said.0', ({ reason, said }) => {
    expect(inAll(reason)).toEqual(said);
  });
});

test('a report has days, months and stages as programs read them', () => {
  const reason = Reason.parse([
    { key: 'no-longer-at', stage: 'final-notice', since: '2026-03-17' },
    { key: 'no-budget', currency: 'EUR', spent: 41_200, month: '2026-03', isZero: false },
  ]);

  expect(plain(reportedReason(reason))).toBe(
    'no longer at final-notice since 2026-03-17: 412.00 EUR was spent in 2026-03 without a budget; ',
  );
});
