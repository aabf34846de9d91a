import { afterEach, describe, expect, test } from 'vitest';
import { longDay, moved, shortDay } from '../../page/format/days.ts';
import { money, roundMoney, shareOf } from '../../page/format/money.ts';
import { count, plural } from '../../page/format/numbers.ts';
import { setLanguage } from '../../page/words/current-language.ts';

afterEach(() => setLanguage('en'));

/** Intl sets amounts with spaces that do not break; to read, they are all alike. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('amounts on the page', () => {
  test.each([
    { amount: '1234.50', currency: 'EUR', language: 'en', shown: '€1,234.50' },
    { amount: '1234.50', currency: 'EUR', language: 'nl', shown: '€ 1.234,50' },
    { amount: '1234.50', currency: 'SEK', language: 'sv', shown: '1 234,50 kr' },
    { amount: '703405', currency: 'JPY', language: 'en', shown: '¥703,405' },
    { amount: '-1800.00', currency: 'EUR', language: 'en', shown: '-€1,800.00' },
    { amount: '1.234', currency: 'KWD', language: 'en', shown: 'KWD 1.234' },
    {
      amount: '90071992547409931234.56',
      currency: 'EUR',
      language: 'en',
      shown: '€90,071,992,547,409,931,234.56',
    },
  ] as const)('$amount $currency is $shown in $language', (each) => {
    setLanguage(each.language);

    expect(plain(money(each.amount, each.currency))).toBe(each.shown);
  });

  test('what is no amount is shown as it came', () => {
    expect(money('<b>', 'EUR')).toBe('<b> EUR');
  });

  test.each([
    { amount: '196622.26', currency: 'EUR', shown: '€196,622', because: 'cents are noise' },
    { amount: '0.125', currency: 'BHD', shown: 'BHD 0.125', because: 'a little is not nothing' },
    { amount: '-99.50', currency: 'EUR', shown: '-€99.50', because: 'nor is a little credit' },
    { amount: '0.00', currency: 'EUR', shown: '€0', because: 'nothing needs no cents' },
  ])('at a glance $amount is $shown: $because', ({ amount, currency, shown }) => {
    expect(plain(roundMoney(amount, currency))).toBe(shown);
  });

  test.each([
    { part: '50', whole: '200', share: 0.25 },
    { part: '300', whole: '200', share: 1 },
    { part: '-5', whole: '200', share: 0 },
    { part: '5', whole: '0', share: 0 },
    { part: '0', whole: '0', share: 0 },
  ])('$part of $whole is a bar of $share', ({ part, whole, share }) => {
    expect(shareOf(part, whole)).toBe(share);
  });
});

describe('days and counts on the page', () => {
  test('a day is the same day in every time zone', () => {
    expect(longDay('2026-03-17')).toBe('Tuesday, 17 March 2026');
    setLanguage('nl');
    expect(longDay('2026-03-17')).toBe('dinsdag 17 maart 2026');
    setLanguage('sv');
    expect(shortDay('2026-03-17')).toBe('17 mars 2026');
  });

  test('a week after 27 February 2028 is 5 March, for 2028 is a leap year', () => {
    expect(moved('2028-02-27', 7)).toBe('2028-03-05');
  });

  test('a number chooses the form of its word, and is written as its language writes it', () => {
    expect(plural(1, '# day', '# days')).toBe('1 day');
    expect(plural(0, '# day', '# days')).toBe('0 days');
    setLanguage('nl');
    expect(plural(12_345, '# dag', '# dagen')).toBe('12.345 dagen');
    expect(count(1_000_000)).toBe('1.000.000');
  });
});
