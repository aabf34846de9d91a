import currencies from 'currency-codes';
import { z } from 'zod';

const minorUnitDigits = new Map(currencies.data.map(({ code, digits }) => [code, digits]));

/** One text for each code: amounts are looked up by it night after night, and the engine compares. */
const codes = new Map(currencies.data.map(({ code }) => [code, code]));

/** An ISO 4217 code in capitals. */
export const CurrencyCode = z
  .string()
  .refine((code) => minorUnitDigits.has(code), 'expected an ISO 4217 currency such as EUR')
  .overwrite((code) => codes.get(code) ?? code);
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** Whole minor units (cents; yen have none, Kuwaiti dinars have 1000), so adding never rounds. */
export type Money<Currency extends CurrencyCode = CurrencyCode> = {
  readonly minorUnits: number;
  readonly currency: Currency;
};

export function money<Currency extends CurrencyCode>(
  minorUnits: number,
  currency: Currency,
): Money<Currency> {
  if (Number.isSafeInteger(minorUnits)) return { minorUnits, currency };
  throw new RangeError(
    `Cannot hold ${minorUnits} ${currency}: pass whole minor units, so 12.34 EUR is 1234`,
  );
}

/** Adding EUR to USD does not compile where the codes are known, and throws where they are not. */
export function add<Currency extends CurrencyCode>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  if (a.currency === b.currency) return money(a.minorUnits + b.minorUnits, a.currency);
  throw new TypeError(`Cannot add ${b.currency} to ${a.currency}: keep a sum per currency`);
}

/** How many decimals the currency has by ISO 4217: JPY 0, EUR 2, KWD 3. */
export function decimalsOf(currency: CurrencyCode): number {
  const digits = minorUnitDigits.get(currency);
  if (digits !== undefined) return digits;
  throw new RangeError(`Cannot count in "${currency}": use an ISO 4217 currency such as EUR`);
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads decimal text in major units ("-12.34"), never through a float. Throws RangeError for text
 * that is no plain decimal, has more decimals than the currency, or is too large to be exact.
 */
export function fromDecimal(text: string, currency: CurrencyCode): Money {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (sign === undefined) throw new RangeError('expected a plain decimal number such as 1234.50');

  const decimals = decimalsOf(currency);
  const digits = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  if (digits.length > decimals)
    throw new RangeError(`has more decimals than the ${decimals} of ${currency}`);

  const minorUnits = Number(whole + digits) * (sign === '-' ? -1 : 1);
  if (!Number.isSafeInteger(minorUnits)) throw new RangeError('is too large to be held exactly');
  return { minorUnits: minorUnits || 0, currency };
}

/** Decimal text in major units with all of the currency's decimals: 1234 EUR cents are "12.34". */
export function toDecimal({ minorUnits, currency }: Money): string {
  const decimals = decimalsOf(currency);
  const digits = `${Math.abs(minorUnits)}`.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${minorUnits < 0 ? '-' : ''}${whole}${fraction}`;
}
