import { type CurrencyCode, fromDecimal, money, toDecimal } from '../../shared/ledger/money.ts';

/** Adds amounts of one currency as a report writes them. */
export function sumDecimals(amounts: readonly string[], currency: CurrencyCode): string {
  const minorUnits = amounts.reduce(
    (sum, amount) => sum + fromDecimal(amount, currency).minorUnits,
    0,
  );
  return toDecimal(money(minorUnits, currency));
}
