import type { CustomerNight } from '../../decisions/customer-night.ts';
import { ladderNamed } from '../../decisions/tonight.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { toDecimal } from '../../ledger/money.ts';
import type { Policy } from '../../policy/policy.ts';
import type { CustomerResult } from '../customer-result.ts';
import type { CustomerRow } from './customer-row.ts';
import type { SortedRow } from './desk-port.ts';

/** Lists show so much of a text; a chunk of rows has to fit where it is kept. */
const NAME_CHARACTERS = 200;
const BECAUSE_CHARACTERS = 400;

/** One row per currency that the customer owes, spends or has a budget in; at least one. */
export function customerRows(result: CustomerResult, policy: Policy): SortedRow[] {
  if (result.kind === 'failed') return [failedRow(result)];
  const { night } = result;
  return currenciesOf(night).map((currency) => {
    const row = rowIn(currency, night);
    return { row, keys: keysOf(row, stageIndex(row.stage, night, policy)) };
  });
}

function currenciesOf({ customer, accounts, budgets, exposure, monthToDate }: CustomerNight) {
  const named = [accounts, budgets, exposure ?? [], monthToDate ?? []].flatMap((rows) =>
    rows.map(({ currency }) => currency),
  );
  return named.length === 0 ? [customer.currency] : [...new Set(named)].sort();
}

type Parts = {
  readonly account: CustomerNight['accounts'][number] | undefined;
  readonly budget: CustomerNight['budgets'][number] | undefined;
  readonly exposure: NonNullable<CustomerNight['exposure']>[number] | undefined;
};

function partsIn(currency: CurrencyCode, night: CustomerNight): Parts {
  const isHere = (each: { readonly currency: CurrencyCode }) => each.currency === currency;
  return {
    account: night.accounts.find(isHere),
    budget: night.budgets.find((each) => isHere(each) && each.isRestated !== true),
    exposure: night.exposure?.find(isHere),
  };
}

function rowIn(currency: CurrencyCode, night: CustomerNight): CustomerRow {
  const text = (minorUnits: number): string => toDecimal({ minorUnits, currency });
  const textOrNull = (minorUnits: number | undefined) =>
    minorUnits === undefined ? null : text(minorUnits);
  const parts = partsIn(currency, night);
  const { account, budget, exposure } = parts;
  const { customerId, name, accountManager } = night.customer;
  const spent = night.monthToDate?.find((each) => each.currency === currency)?.spent;
  const manager = accountManager?.name ?? accountManager?.email;
  return {
    customerId,
    name: name.slice(0, NAME_CHARACTERS).toWellFormed(),
    accountManager: manager?.slice(0, NAME_CHARACTERS).toWellFormed() ?? null,
    currency,
    open: text(account?.open ?? 0),
    overdue: text(account?.overdue ?? 0),
    unapplied: text(account?.unapplied ?? 0),
    aging: Object.fromEntries(
      Object.entries(account?.aging ?? {}).map(([bucket, amount]) => [bucket, text(amount)]),
    ),
    daysPastDue: account?.daysPastDue ?? 0,
    stage: account?.stage ?? null,
    since: account?.since ?? null,
    because: (account?.because ?? 'nothing is open').slice(0, BECAUSE_CHARACTERS).toWellFormed(),
    exposure: textOrNull(exposure?.total),
    creditLimitPercent: exposure?.percent ?? null,
    monthToDate: textOrNull(budget?.spent ?? spent),
    budget: textOrNull(budget?.budget),
    budgetPercent: budget?.percent ?? null,
    forecast: textOrNull(budget?.forecast),
    flags: flagsIn(currency, parts, night),
  };
}

function flagsIn(
  currency: CurrencyCode,
  { account, budget, exposure }: Parts,
  { anomalies = [], inForce = [], customer, withoutTenant }: CustomerNight,
): CustomerRow['flags'] {
  const holds: readonly (readonly [CustomerRow['flags'][number], boolean])[] = [
    ['overdue', (account?.overdue ?? 0) > 0],
    ['over-budget', (budget?.percent ?? 0) >= 100],
    ['over-credit-limit', (exposure?.percent ?? 0) >= 100],
    ['on-hold', inForce.includes('hold')],
    ['disputed', inForce.includes('dispute')],
    ['anomaly', anomalies.some((each) => each.kind === 'anomaly' && each.currency === currency)],
    ['unowned', customer.isUnowned === true],
    ['without-tenant', withoutTenant !== undefined],
  ];
  return holds.flatMap(([flag, isSo]) => (isSo ? [flag] : []));
}

const failedRow = ({
  customerId,
  because,
}: Extract<CustomerResult, { kind: 'failed' }>): SortedRow => {
  const row: CustomerRow = {
    customerId,
    name: customerId,
    accountManager: null,
    currency: null,
    open: '0',
    overdue: '0',
    unapplied: '0',
    aging: {},
    daysPastDue: 0,
    stage: null,
    since: null,
    because: because.slice(0, BECAUSE_CHARACTERS).toWellFormed(),
    exposure: null,
    creditLimitPercent: null,
    monthToDate: null,
    budget: null,
    budgetPercent: null,
    forecast: null,
    flags: ['failed'],
  };
  return { row, keys: keysOf(row, null) };
};

/** Amounts sort as numbers, whatever their currency; who wants to compare picks a currency. */
const keysOf = (row: CustomerRow, stage: number | null): SortedRow['keys'] => ({
  name: nameKey(row.name),
  overdue: Number(row.overdue),
  open: Number(row.open),
  exposure: row.exposure === null ? null : Number(row.exposure),
  daysPastDue: row.daysPastDue,
  budgetPercent: row.budgetPercent,
  stage,
});

/** As people look names up: without case and without accents. */
export const nameKey = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function stageIndex(
  stage: string | null,
  { customer }: CustomerNight,
  policy: Policy,
): number | null {
  const ladder = ladderNamed(customer.policy, policy);
  if (stage === null || ladder.kind !== 'climbs') return null;
  return ladder.policy.stages.findIndex(({ name }) => name === stage);
}
