import {
  add,
  type CurrencyCode,
  fromDecimal,
  money,
  toDecimal,
} from '../../shared/ledger/money.ts';

/** Adds amounts of one currency as a report writes them. */
export function sumDecimals(amounts: readonly string[], currency: CurrencyCode): string {
  const sum = amounts.reduce(
    (total, amount) => add(total, fromDecimal(amount, currency)),
    money(0, currency),
  );
  return toDecimal(sum);
}
