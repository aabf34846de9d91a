import type { Refusal } from '../csv/refusal.ts';

/** What is read of a charge, whatever its columns are called. */
export const COST_FIELDS = [
  'customerId',
  'customerName',
  'day',
  'amount',
  'currency',
  'service',
  'subscriptionId',
  'charge',
  'billedFrom',
  'pricingModel',
] as const;
export type CostField = (typeof COST_FIELDS)[number];

type Columns = Readonly<Record<CostField, readonly string[]>>;

/**
 * The first one there is read, in whatever capitals, as these differ between versions. A
 * file without a customer column (not a partner's) is about its billing account.
 */
const FOCUS: Columns = {
  customerId: ['x_CustomerId', 'BillingAccountId'],
  customerName: ['x_CustomerName'],
  day: ['ChargePeriodStart'],
  amount: ['BilledCost'],
  currency: ['BillingCurrency'],
  service: ['ServiceName'],
  subscriptionId: ['SubAccountId'],
  charge: ['ChargeCategory'],
  billedFrom: ['BillingPeriodStart'],
  pricingModel: [],
};

/** EA and MCA "actual cost", and what partners get of their customers. */
const AZURE: Columns = {
  customerId: ['customerTenantId', 'BillingAccountId'],
  customerName: ['customerName'],
  day: ['date', 'usageDate', 'usageDateTime'],
  amount: ['costInBillingCurrency', 'cost', 'preTaxCost'],
  currency: ['BillingCurrency', 'billingCurrencyCode'],
  service: ['meterCategory'],
  subscriptionId: ['subscriptionId', 'subscriptionGuid'],
  charge: ['chargeType'],
  billedFrom: ['billingPeriodStartDate'],
  pricingModel: ['pricingModel'],
};

const REQUIRED: readonly CostField[] = ['customerId', 'day', 'amount', 'currency'];

/** Where each field is in a file's rows; -1 for one it does not have. */
export type CostHeader = {
  readonly kind: 'focus' | 'azure';
  readonly names: readonly string[];
  readonly places: Readonly<Record<CostField, number>>;
};

const ALL = new Set(
  [FOCUS, AZURE]
    .flatMap((columns) => Object.values(columns).flat())
    .map((name) => name.toLowerCase()),
);

/** Whether a column is ever read. */
export const isCostColumn = (name: string): boolean => ALL.has(name.trim().toLowerCase());

/** Tells FOCUS (1.0 to 1.2) from Azure's own columns by the header alone. */
export function costHeader(cells: readonly string[]): CostHeader | Refusal {
  const names = cells.map((name) => name.trim());
  const lower = names.map((name) => name.toLowerCase());
  const kind = lower.includes('billedcost') ? 'focus' : 'azure';
  const places = placesOf(kind === 'focus' ? FOCUS : AZURE, lower);
  const twice = COST_FIELDS.map((field) => names[places[field]]).find(
    (name) => name !== undefined && names.indexOf(name) !== names.lastIndexOf(name),
  );
  if (twice !== undefined)
    return { kind: 'refused', line: 1, column: twice, reason: 'is given twice in the header' };
  const missing = REQUIRED.find((field) => places[field] === -1);
  if (missing === undefined) return { kind, names, places };

  const [column = ''] = (kind === 'focus' ? FOCUS : AZURE)[missing];
  const reason =
    kind === 'focus'
      ? `is a FOCUS file without the column ${column}`
      : 'is neither a FOCUS nor an Azure cost file by its header';
  return { kind: 'refused', line: 1, column: '', reason };
}

const placesOf = (columns: Columns, names: readonly string[]): Record<CostField, number> => ({
  customerId: placeOf(columns.customerId, names),
  customerName: placeOf(columns.customerName, names),
  day: placeOf(columns.day, names),
  amount: placeOf(columns.amount, names),
  currency: placeOf(columns.currency, names),
  service: placeOf(columns.service, names),
  subscriptionId: placeOf(columns.subscriptionId, names),
  charge: placeOf(columns.charge, names),
  billedFrom: placeOf(columns.billedFrom, names),
  pricingModel: placeOf(columns.pricingModel, names),
});

function placeOf(known: readonly string[], names: readonly string[]): number {
  const name = known.find((each) => names.includes(each.toLowerCase()));
  return name === undefined ? -1 : names.indexOf(name.toLowerCase());
}
