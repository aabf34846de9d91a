import { becauseOf } from '../../shared/decisions/because-of.ts';
import type { CustomerNight } from '../../shared/decisions/customer-night.ts';
import type { Language } from '../../shared/languages/language.ts';
import { CalendarMonth } from '../../shared/ledger/calendar-date.ts';
import { AS_OF, account, day, exposure, night, notice, TREND } from './sample-rows.ts';

const mined = (language: Language): CustomerNight =>
  night('C-1015', 'Veerslag Media B.V.', language, {
    exposure: [exposure(842_000, 1_000_000, 80)],
    trends: [{ currency: 'EUR', from: '2026-02-10', amounts: TREND, usual: 4_550 }],
    budgets: [
      {
        currency: 'EUR',
        month: '2026-03',
        budget: 150_000,
        spent: 121_400,
        percent: 80.93,
        crossed: 80,
        forecast: 241_000,
        low: 210_000,
        high: 279_000,
        lastError: 4.2,
      },
    ],
    notices: [
      notice('C-1015', 'anomaly', {
        stage: 'crypto-mining-like',
        isUrgent: true,
        ...becauseOf([
          { key: 'spike', currency: 'EUR', on: day('2026-03-16'), amount: 14_590, usual: 4_550 },
          { key: 'spike-since', currency: 'EUR', excess: 28_940, since: day('2026-03-14') },
          {
            key: 'drivers',
            currency: 'EUR',
            drivers: [{ name: 'Virtual Machines in sub-7', excess: 9_820 }],
          },
          { key: 'looks-like', shape: 'crypto-mining-like' },
        ]),
      }),
    ],
  });

const late = (language: Language): CustomerNight =>
  night('C-1002', 'Brouwerij De Kromme Boei B.V.', language, {
    accounts: [account(420_050, { from: 'second-notice', stage: 'final-notice', since: AS_OF })],
    notices: [
      notice('C-1002', 'dunning', {
        stage: 'final-notice',
        letter: 'final-notice',
        actions: ['propose-suspension'],
        ...becauseOf([
          { key: 'age', basis: 'due-date', invoiceId: 'INV-2026-0042', days: 21, held: 0 },
          { key: 'starts', stage: 'final-notice', isStrict: false, days: 21 },
        ]),
      }),
    ],
    suppressed: [{ key: 'C-1002|EUR|dunning', ...becauseOf([{ key: 'no-address' }]) }],
  });

const overPlan = (language: Language): CustomerNight =>
  night('C-1009', 'Fietsfabriek Wielaert B.V.', language, {
    exposure: [exposure(310_000, 1_000_000)],
    budgets: [
      {
        currency: 'EUR',
        month: '2026-03',
        budget: 180_000,
        spent: 201_600,
        percent: 112,
        crossed: 100,
      },
    ],
    trends: [
      {
        currency: 'EUR',
        from: '2026-02-10',
        amounts: TREND.map((each) => 9_900 + (each % 700)),
        usual: 10_200,
      },
    ],
    notices: [
      notice('C-1009', 'budget', {
        stage: '100',
        ...becauseOf([
          {
            key: 'budget',
            currency: 'EUR',
            month: CalendarMonth.parse('2026-03'),
            spent: 201_600,
            budget: 180_000,
            percent: 112,
            threshold: 100,
          },
        ]),
      }),
    ],
  });

const recovered = (language: Language): CustomerNight =>
  night('C-1028', 'Huisartsenpost Lissewaard', language, {
    accounts: [account(0, { from: 'reminder' })],
    notices: [
      notice('C-1028', 'recovery', {
        stage: 'reminder',
        ...becauseOf([{ key: 'no-longer-at', stage: 'reminder' }, { key: 'nothing-overdue' }]),
      }),
    ],
  });

const standing = (language: Language): CustomerNight =>
  night('C-1011', 'Gravenmade Bouw B.V.', language, {
    accounts: [account(88_000, { stage: 'reminder', since: '2026-03-12', daysPastDue: 8 })],
    exposure: [exposure(1_260_000, 1_500_000, 80)],
    budgets: [
      {
        currency: 'EUR',
        month: '2026-03',
        budget: 90_000,
        spent: 95_000,
        percent: 105.56,
        crossed: 100,
      },
    ],
    suppressed: [
      {
        key: 'C-1011|EUR|dunning',
        ...becauseOf([{ key: 'too-soon', lastOn: day('2026-03-15'), days: 3 }]),
      },
    ],
  });

/** A portfolio with one of each, among names that are no ordinary text. */
export const sampleNights = (language: Language): CustomerNight[] => [
  mined(language),
  late(language),
  overPlan(language),
  recovered(language),
  standing(language),
  night('C-1031', '<script>alert("1")</script> & שלום בע״מ', language, {
    notices: [
      notice('C-1031', 'no-budget', {
        ...becauseOf([
          {
            key: 'no-budget',
            currency: 'EUR',
            spent: 41_200,
            month: CalendarMonth.parse('2026-03'),
            isZero: false,
          },
          { key: 'proposal', currency: 'EUR', amount: 120_000, percent: 120, months: 3 },
        ]),
      }),
    ],
  }),
];
