import { language } from '../words/current-language.ts';

/**
 * Amounts come as decimal text and are never made a number to be shown, so no cent is lost. They
 * have the decimals that ISO 4217 gives their currency, which are not always those of Intl.
 */
export function money(amount: string, currency: string): string {
  if (!isDecimal(amount)) return `${amount} ${currency}`;
  return formatter(currency, decimalsOf(amount)).format(amount);
}

/** Without cents, for figures that are read at a glance; small ones would be nothing without. */
export function roundMoney(amount: string, currency: string): string {
  if (!isDecimal(amount)) return `${amount} ${currency}`;
  const size = Math.abs(Number(amount));
  return size > 0 && size < SMALL ? money(amount, currency) : formatter(currency, 0).format(amount);
}

/** How much of the whole, between 0 and 1: for bars, where a float is exact enough. */
export function shareOf(part: string, whole: string): number {
  const share = Number(part) / Number(whole);
  return Number.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
}

export const isAboveZero = (amount: string | null | undefined): boolean => Number(amount ?? 0) > 0;

const SMALL = 100;

export const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, digits: number): Intl.NumberFormat {
  const key = `${language()} ${currency} ${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
}
