import { addDays } from '../../ledger/calendar-date.ts';
import type { Notice } from '../customer-night.ts';
import { spendNotice } from './spend-notice.ts';
import type { SpendTonight } from './spend-tonight.ts';

/**
 * A new customer that uses and never paid, which Microsoft lists as a way to steal. New is who has
 * no spend and no invoice older than the policy's days.
 */
export function firstUsage({
  seen,
  spent: { currencies },
  policy,
  asOf,
  isStale,
}: SpendTonight): Notice | undefined {
  const { customer, spend, invoices, payments } = seen;
  const { newCustomerDays } = policy.exposure;
  if (isStale || newCustomerDays === 0 || customer.isUnowned === true) return undefined;
  if (payments.some(({ minorUnits }) => minorUnits > 0)) return undefined;
  const since = addDays(asOf, -newCustomerDays);
  const isKnown =
    spend.some(({ date }) => date < since) || invoices.some(({ issuedOn }) => issuedOn < since);
  const [currency] = currencies;
  if (isKnown || currency === undefined) return undefined;

  const own = spend.filter((each) => each.currency === currency);
  const spent = own.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
  const [first] = own.map(({ date }) => date).sort();
  if (spent <= 0 || first === undefined) return undefined;
  return spendNotice({
    key: `${customer.customerId}|${currency}|first-usage`,
    kind: 'first-usage',
    currency,
    because: [{ key: 'first-usage', currency, spent, since: first }],
  });
}
