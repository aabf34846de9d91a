import { expect, test } from 'vitest';
import { languageOf } from '../../shared/languages/language.ts';
import { wordsOf } from '../../shared/languages/words-of.ts';
import { CalendarDate } from '../../shared/ledger/calendar-date.ts';

test.each([
  { wanted: ['nl'], is: 'nl', because: 'it is known' },
  { wanted: ['nl-BE'], is: 'nl', because: 'a region changes no words' },
  { wanted: ['SV_se'], is: 'sv', because: 'people write it in many ways' },
  { wanted: ['ja', 'nl'], is: 'nl', because: 'the second choice is known' },
  { wanted: [undefined, undefined], is: 'en', because: 'nobody said' },
  { wanted: ['ja'], is: 'en', because: 'Japanese is not written yet' },
])('who reads $wanted is written to in $is: $because', ({ wanted, is }) => {
  expect(languageOf(...wanted)).toBe(is);
});

test.each([
  { language: 'en', money: '-1,234,567.80 EUR', yen: '120,000 JPY', dinar: '1.005 KWD' },
  { language: 'nl', money: '-1.234.567,80 EUR', yen: '120.000 JPY', dinar: '1,005 KWD' },
  { language: 'sv', money: '-1 234 567,80 EUR', yen: '120 000 JPY', dinar: '1,005 KWD' },
] as const)('$language writes money with its code and the decimals of its currency', (row) => {
  const { money } = wordsOf(row.language).figures;
  const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

  expect(plain(money({ minorUnits: -123_456_780, currency: 'EUR' }))).toBe(row.money);
  expect(plain(money({ minorUnits: 120_000, currency: 'JPY' }))).toBe(row.yen);
  expect(plain(money({ minorUnits: 1_005, currency: 'KWD' }))).toBe(row.dinar);
});

test('money beyond what a float holds is exact', () => {
  const most = { minorUnits: Number.MAX_SAFE_INTEGER, currency: 'EUR' };

  expect(wordsOf('nl').figures.money(most)).toBe('90.071.992.547.409,91 EUR');
});

test.each([
  { language: 'en', day: '1 March 2026', one: '1 dag', many: '1,200 dagen' },
  { language: 'nl', day: '1 maart 2026', one: '1 dag', many: '1.200 dagen' },
  { language: 'sv', day: '1 mars 2026', one: '1 dag', many: '1 200 dagen' },
] as const)('$language has its own days and counts', ({ language, day, one, many }) => {
  const figures = wordsOf(language).figures;
  const forms = { one: 'dag', other: 'dagen' };

  expect(figures.day(CalendarDate.parse('2026-03-01'))).toBe(day);
  expect(figures.count(1, forms)).toBe(one);
  expect(figures.count(1_200, forms).replaceAll('\u00A0', ' ')).toBe(many);
});

test.each([
  { language: 'en', percent: '80.93 %' },
  { language: 'nl', percent: '80,93%' },
  { language: 'sv', percent: '80,93\u00A0%' },
] as const)('$language writes a percent as its readers do', ({ language, percent }) => {
  expect(wordsOf(language).figures.percent(80.93)).toBe(percent);
});
