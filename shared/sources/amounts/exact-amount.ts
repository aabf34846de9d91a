import { type CurrencyCode, decimalsOf, money } from '../../ledger/money.ts';

/** Decimals held: what a float of a cent's millionth is written with, and some more. */
const DECIMALS = 40;
const LONGEST = 80;
const AMOUNT = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads decimal text ("0.00000080000", "8E-7"), never through a float, as a multiple of 10^-40, so
 * that amounts far below a cent add up exactly. Throws RangeError.
 */
export function exactAmount(text: string): bigint {
  const [, sign, whole = '', fraction = '', exponent = '0'] = AMOUNT.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '' || text.length > LONGEST)
    throw new RangeError('expected a plain decimal number such as 1234.50');

  const decimals = fraction.length - Number(exponent);
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return 0n;
  if (decimals > DECIMALS) throw new RangeError(`has more than ${DECIMALS} decimals`);
  if (digits.length - decimals > 13) throw new RangeError('is too large to be held exactly');
  const amount = BigInt(digits) * 10n ** BigInt(DECIMALS - decimals);
  return sign === '-' ? -amount : amount;
}

/** Whole minor units; a half goes to the even one, so that halves do not add up to a drift. */
export function roundedMinorUnits(amount: bigint, currency: CurrencyCode): number {
  const unit = 10n ** BigInt(DECIMALS - decimalsOf(currency));
  const size = amount < 0n ? -amount : amount;
  const floor = size / unit;
  const twice = (size % unit) * 2n;
  const up = twice > unit || (twice === unit && floor % 2n === 1n);
  const rounded = Number(up ? floor + 1n : floor);
  return money(amount < 0n && rounded !== 0 ? -rounded : rounded, currency).minorUnits;
}
