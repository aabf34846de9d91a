import type { CustomerNight } from '../../decisions/customer-night.ts';
import type { CurrencyMetric } from '../../decisions/night-metrics.ts';
import { type CurrencyCode, toDecimal } from '../../ledger/money.ts';

/** One decimal; `null` where there is nothing to divide by. */
export type MetricRow = Omit<CurrencyMetric, 'value'> & { readonly value: number | null };

export type LateFeeRow = {
  readonly customerId: string;
  readonly currency: CurrencyCode;
  readonly invoiceId: string;
  readonly interest: string;
  readonly fixed: string;
  readonly because: string;
};

export const metricRow = ({ value, ...metric }: CurrencyMetric): MetricRow => ({
  ...metric,
  value: value === undefined ? null : Math.round(value * 10) / 10,
});

export const lateFeeRows = (
  customerId: string,
  { currency, lateFees = [] }: CustomerNight['accounts'][number],
): LateFeeRow[] =>
  lateFees.map(({ invoiceId, interest, fixed, because }) => ({
    customerId,
    currency,
    invoiceId,
    interest: toDecimal({ minorUnits: interest, currency }),
    fixed: toDecimal({ minorUnits: fixed, currency }),
    because,
  }));

export type WithoutTenantRow = Record<
  'customerId' | 'name' | 'currency' | 'open' | 'because',
  string
>;

export const withoutTenantRows = ({
  customer: { customerId, name },
  accounts,
  withoutTenant: because,
}: CustomerNight): WithoutTenantRow[] =>
  because === undefined
    ? []
    : accounts
        .filter(({ open }) => open > 0)
        .map(({ currency, open }) => ({
          customerId,
          name,
          currency,
          open: toDecimal({ minorUnits: open, currency }),
          because,
        }));

export type UnownedRow = Record<
  'customerId' | 'name' | 'currency' | 'spent' | 'from' | 'through',
  string
>;

export const unownedRows = ({ customer, unowned = [] }: CustomerNight): UnownedRow[] =>
  unowned.map(({ currency, spent, from, through }) => ({
    customerId: customer.customerId,
    name: customer.name,
    currency,
    spent: toDecimal({ minorUnits: spent, currency }),
    from,
    through,
  }));
