import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactAmount, roundedMinorUnits } from '../../../shared/sources/amounts/exact-amount.ts';

describe('exactAmount', () => {
  test.each([
    { text: '12.34', digits: 1234, shift: 2, because: 'it is plain' },
    { text: '-12.34', digits: -1234, shift: 2, because: 'a credit is negative' },
    { text: '0.00000080000', digits: 8, shift: 7, because: 'most charges are far below a cent' },
    { text: '8E-07', digits: 8, shift: 7, because: 'programs write small floats so' },
    { text: '1.5e+3', digits: 1500, shift: 0, because: 'and large ones so' },
    {
      text: '12345678901.123456789',
      digits: 12345678901123456789n,
      shift: 9,
      because: 'no float is as exact',
    },
    { text: '.5', digits: 5, shift: 1, because: 'a leading zero may be left out' },
    { text: '0.000', digits: 0, shift: 0, because: 'nothing is nothing' },
  ])('reads "$text": $because', ({ text, digits, shift }) => {
    expect(exactAmount(text)).toBe(BigInt(digits) * 10n ** BigInt(40 - shift));
  });

  test.each([
    { text: '', reason: 'expected a plain decimal' },
    { text: '.', reason: 'expected a plain decimal' },
    { text: '1,234.50', reason: 'expected a plain decimal' },
    { text: '1.2.3', reason: 'expected a plain decimal' },
    { text: '0x1F', reason: 'expected a plain decimal' },
    { text: 'NaN', reason: 'expected a plain decimal' },
    { text: `1.${'1'.repeat(90)}`, reason: 'expected a plain decimal' },
    { text: '1e-41', reason: 'has more than 40 decimals' },
    { text: '10000000000000', reason: 'is too large' },
    { text: '1e300', reason: 'is too large' },
  ])('refuses "$text": it $reason', ({ text, reason }) => {
    expect(() => exactAmount(text)).toThrow(RangeError);
    expect(() => exactAmount(text)).toThrow(reason);
  });
});

describe('roundedMinorUnits', () => {
  test.each([
    { text: '0.004999', currency: 'EUR', minorUnits: 0, because: 'less than half a cent is none' },
    { text: '0.005', currency: 'EUR', minorUnits: 0, because: 'half a cent goes to the even 0' },
    {
      text: '0.0050000000000000000001',
      currency: 'EUR',
      minorUnits: 1,
      because: 'it is more than half',
    },
    { text: '0.015', currency: 'EUR', minorUnits: 2, because: 'half a cent goes to the even 2' },
    { text: '-0.005', currency: 'EUR', minorUnits: 0, because: 'and there is no -0' },
    { text: '-0.015', currency: 'EUR', minorUnits: -2, because: 'credits round alike' },
    { text: '2.5', currency: 'JPY', minorUnits: 2, because: 'a yen has no decimals' },
    { text: '1.0005', currency: 'KWD', minorUnits: 1000, because: 'a dinar has three' },
  ])('$text $currency is $minorUnits: $because', ({ text, currency, minorUnits }) => {
    expect(roundedMinorUnits(exactAmount(text), currency)).toBe(minorUnits);
  });

  test('a sum is off by half a minor unit at most, however many charges it has', () => {
    const millionths = fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { maxLength: 50 });
    fc.assert(
      fc.property(millionths, (charges) => {
        const sum = charges.reduce((all, each) => all + exactAmount(`${each}e-6`), 0n);

        const cents = roundedMinorUnits(sum, 'EUR');

        const exact = charges.reduce((all, each) => all + each, 0);
        expect(Math.abs(cents * 10_000 - exact)).toBeLessThanOrEqual(5_000);
      }),
    );
  });
});
