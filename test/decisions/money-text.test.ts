import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyText, total } from '../../shared/decisions/money-text.ts';
import { fromDecimal } from '../../shared/ledger/money.ts';

test.each([
  { minorUnits: 420_000, currency: 'EUR', text: '4,200.00 EUR', because: 'euro have cents' },
  { minorUnits: 120_000, currency: 'JPY', text: '120,000 JPY', because: 'yen have no decimals' },
  { minorUnits: 1_234_500, currency: 'KWD', text: '1,234.500 KWD', because: 'dinars have three' },
  { minorUnits: -50, currency: 'EUR', text: '-0.50 EUR', because: 'minus zero keeps its sign' },
  { minorUnits: 0, currency: 'EUR', text: '0.00 EUR', because: 'nothing is shown as such' },
  {
    minorUnits: 9_007_199_254_740_991,
    currency: 'EUR',
    text: '90,071,992,547,409.91 EUR',
    because: 'the largest amount loses no cent',
  },
])('$minorUnits minor units of $currency read $text: $because', ({ text, ...money }) => {
  expect(moneyText(money)).toBe(text);
});

test('what is read back from the text is the same amount', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      fc.constantFrom('EUR', 'JPY', 'KWD', 'SEK'),
      (minorUnits, currency) => {
        const [decimal = ''] = moneyText({ minorUnits, currency }).replaceAll(',', '').split(' ');

        expect(fromDecimal(decimal, currency)).toEqual({ minorUnits, currency });
      },
    ),
  );
});

test('a total that cannot be exact is refused', () => {
  expect(() => total([Number.MAX_SAFE_INTEGER, 1], 'EUR')).toThrow(RangeError);
});
