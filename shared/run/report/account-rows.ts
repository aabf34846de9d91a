import type { CustomerNight } from '../../decisions/customer-night.ts';
import type { Customer } from '../../ledger/customer.ts';
import { type CurrencyCode, toDecimal } from '../../ledger/money.ts';
import { type LateFeeRow, lateFeeRows } from './night-figures.ts';

/** What a night's report says of the customers' accounts. */
export type AccountRows = {
  readonly aging: Record<string, string>[];
  readonly dunning: DunningRow[];
  readonly stages: StageRow[];
  readonly lateFees: LateFeeRow[];
};

type DunningRow = {
  readonly customerId: string;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly from: string | null;
  readonly to: string | null;
  readonly because: string;
  readonly daysPastDue: number;
  readonly overdue: string;
};

type StageRow = Record<'customerId' | 'currency' | 'stage' | 'since', string>;

export function addAccountRows(rows: AccountRows, { customer, accounts }: CustomerNight): void {
  const { customerId } = customer;
  for (const account of accounts) {
    const { currency, from, stage, since } = account;
    rows.aging.push(agingRow(customerId, account));
    if (from !== stage) rows.dunning.push(dunningRow(customer, account));
    if (stage !== undefined) rows.stages.push({ customerId, currency, stage, since: since ?? '' });
    rows.lateFees.push(...lateFeeRows(customerId, account));
  }
}

function agingRow(
  customerId: string,
  { currency, aging, unapplied, open }: CustomerNight['accounts'][number],
): Record<string, string> {
  const text = (minorUnits: number): string => toDecimal({ minorUnits, currency });
  const buckets = Object.entries(aging).map(([bucket, amount]) => [bucket, text(amount)] as const);
  return {
    customerId,
    currency,
    ...Object.fromEntries(buckets),
    unapplied: text(unapplied),
    open: text(open),
  };
}

const dunningRow = (
  { customerId, name }: Customer,
  account: CustomerNight['accounts'][number],
): DunningRow => ({
  customerId,
  name,
  currency: account.currency,
  from: account.from ?? null,
  to: account.stage ?? null,
  because: account.because,
  daysPastDue: account.daysPastDue,
  overdue: toDecimal({ minorUnits: account.overdue, currency: account.currency }),
});
