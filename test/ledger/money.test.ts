import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  CurrencyCode,
  decimalsOf,
  fromDecimal,
  money,
  toDecimal,
} from '../../shared/ledger/money.ts';

describe('fromDecimal', () => {
  test.each([
    { text: '1234.50', currency: 'EUR', minorUnits: 123450, because: 'euros have 2 decimals' },
    { text: '1234', currency: 'JPY', minorUnits: 1234, because: 'yen have none' },
    { text: '1.234', currency: 'KWD', minorUnits: 1234, because: 'Kuwaiti dinars have 3' },
    { text: '1.005', currency: 'KWD', minorUnits: 1005, because: 'no float comes near it' },
    { text: '0.1', currency: 'EUR', minorUnits: 10, because: 'missing decimals are zeros' },
    { text: '12.5000', currency: 'EUR', minorUnits: 1250, because: 'zeros beyond say nothing' },
    { text: '-0.01', currency: 'EUR', minorUnits: -1, because: 'a credit note is negative' },
    { text: '-0.00', currency: 'EUR', minorUnits: 0, because: 'there is no minus zero' },
    { text: '+7', currency: 'EUR', minorUnits: 700, because: 'a plus sign says nothing' },
  ])('$text $currency is $minorUnits minor units: $because', ({ text, currency, minorUnits }) => {
    expect(fromDecimal(text, currency)).toEqual({ minorUnits, currency });
  });

  test.each([
    { text: '64982.589', currency: 'USD', message: 'has more decimals than the 2 of USD' },
    { text: '1.5', currency: 'JPY', message: 'has more decimals than the 0 of JPY' },
    { text: '1,234.50', currency: 'EUR', message: 'expected a plain decimal number' },
    { text: '1e3', currency: 'EUR', message: 'expected a plain decimal number' },
    { text: '', currency: 'EUR', message: 'expected a plain decimal number' },
    { text: '.5', currency: 'EUR', message: 'expected a plain decimal number' },
    { text: '90071992547410.00', currency: 'EUR', message: 'too large to be held exactly' },
  ])('"$text" $currency is refused: $message', ({ text, currency, message }) => {
    expect(() => fromDecimal(text, currency)).toThrow(message);
  });

  test('what toDecimal writes reads back as the same amount, in every currency', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'USD');

    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (minorUnits, code) => {
        expect(fromDecimal(toDecimal(money(minorUnits, code)), code)).toEqual({
          minorUnits: minorUnits || 0,
          currency: code,
        });
      }),
    );
  });
});

describe('money', () => {
  test.each([
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
    ['MRU', 2],
  ])('%s has %d decimals by ISO 4217', (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals);
  });

  test.each(['eur', 'EURO', 'XYZ', ''])('"%s" is no currency', (code) => {
    expect(CurrencyCode.safeParse(code).success).toBe(false);
  });

  test('12.34 as a number of minor units is refused, since cents are whole', () => {
    expect(() => money(12.34, 'EUR')).toThrow('Cannot hold 12.34 EUR: pass whole minor units');
  });

  test('a sum that is too large to be exact is refused', () => {
    const most = money(Number.MAX_SAFE_INTEGER, 'EUR');

    expect(() => add(most, money(1, 'EUR'))).toThrow(RangeError);
  });

  test('currencies that are only known when running are not added either', () => {
    const [euro, dollar]: string[] = ['EUR', 'USD'];

    expect(() => add(money(1, euro ?? ''), money(1, dollar ?? ''))).toThrow(
      'Cannot add USD to EUR: keep a sum per currency',
    );
  });
});
