import { type CurrencyCode, type Money, money, toDecimal } from '../ledger/money.ts';
import { grouped } from './count-text.ts';

/** Money as e-mail shows it, exact and with its currency: "4,200.00 EUR", "120,000 JPY". */
export function moneyText({ minorUnits, currency }: Money): string {
  const magnitude = toDecimal({ minorUnits: Math.abs(minorUnits), currency });
  const [whole = '0', fraction] = magnitude.split('.');
  const decimals = fraction === undefined ? '' : `.${fraction}`;
  return `${minorUnits < 0 ? '-' : ''}${grouped(whole)}${decimals} ${currency}`;
}

/** A sum within one currency; RangeError where it is too large to be exact. */
export function total(amountsMinorUnits: readonly number[], currency: CurrencyCode): Money {
  return money(
    amountsMinorUnits.reduce((sum, each) => sum + each, 0),
    currency,
  );
}
