import type { CustomerNight } from '../../decisions/customer-night.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { toDecimal } from '../../ledger/money.ts';
import type { Policy } from '../../policy/policy.ts';
import { type AttentionTally, addAttention, newAttentionTally } from './attention.ts';
import type { CustomerRow } from './customer-row.ts';
import { Highest } from './highest.ts';
import type { LadderRow, Movement, Portfolio, PortfolioTotals } from './portfolio.ts';
import { shownBecause } from './shown-because.ts';

const TOP_EXPOSURE = 20;
const MOVEMENTS_SHOWN = 100;

type Sums = Record<
  'open' | 'overdue' | 'unapplied' | 'exposure' | 'monthToDate' | 'budget' | 'forecast',
  number
>;

type CurrencyTally = Sums & { customers: number; readonly buckets: Map<string, number> };
type StageTally = { customers: number; overdue: number; entered: number; left: number };

/** What a portfolio adds up to, without keeping its customers. Amounts are minor units. */
export type PortfolioTally = {
  readonly currencies: Map<CurrencyCode, CurrencyTally>;
  readonly stages: Map<string, Map<CurrencyCode, StageTally>>;
  readonly exposure: Map<CurrencyCode, Highest<CustomerRow>>;
  readonly movements: Highest<Movement>;
  moved: number;
  readonly attention: AttentionTally;
  readonly notices: Map<string, number>;
};

export const newPortfolioTally = (): PortfolioTally => ({
  currencies: new Map(),
  stages: new Map(),
  exposure: new Map(),
  movements: new Highest(MOVEMENTS_SHOWN),
  moved: 0,
  attention: newAttentionTally(),
  notices: new Map(),
});

export function addToPortfolio(
  tally: PortfolioTally,
  night: CustomerNight,
  rows: readonly CustomerRow[],
  policy: Policy,
): void {
  for (const row of rows) if (row.currency !== null) addRow(tally, night, row, row.currency);
  for (const { kind } of night.notices) tally.notices.set(kind, (tally.notices.get(kind) ?? 0) + 1);
  addAttention(tally.attention, night, policy);
  for (const account of night.accounts) addStages(tally, night, account);
}

function addRow(
  { currencies, exposure }: PortfolioTally,
  night: CustomerNight,
  row: CustomerRow,
  currency: CurrencyCode,
): void {
  const isHere = (each: { readonly currency: CurrencyCode }) => each.currency === currency;
  const account = night.accounts.find(isHere);
  const budget = night.budgets.find((each) => isHere(each) && each.isRestated !== true);
  const total = night.exposure?.find(isHere)?.total;
  const tally = entryOf(currencies, currency, newCurrency);
  tally.customers += 1;
  tally.open += account?.open ?? 0;
  tally.overdue += account?.overdue ?? 0;
  tally.unapplied += account?.unapplied ?? 0;
  tally.exposure += total ?? 0;
  tally.monthToDate += budget?.spent ?? night.monthToDate?.find(isHere)?.spent ?? 0;
  tally.budget += budget?.budget ?? 0;
  tally.forecast += budget?.forecast ?? 0;
  for (const [bucket, amount] of Object.entries(account?.aging ?? {}))
    tally.buckets.set(bucket, (tally.buckets.get(bucket) ?? 0) + amount);
  if ((total ?? 0) > 0)
    entryOf(exposure, currency, () => new Highest(TOP_EXPOSURE)).add(row, total ?? 0);
}

function addStages(
  tally: PortfolioTally,
  { customer }: CustomerNight,
  { currency, from, stage, overdue, because, reason }: CustomerNight['accounts'][number],
): void {
  const at = (name: string): StageTally =>
    entryOf(
      entryOf(tally.stages, name, () => new Map()),
      currency,
      () => ({ customers: 0, overdue: 0, entered: 0, left: 0 }),
    );
  if (stage !== undefined) {
    at(stage).customers += 1;
    at(stage).overdue += overdue;
  }
  if (stage === from) return;
  if (stage !== undefined) at(stage).entered += 1;
  if (from !== undefined) at(from).left += 1;
  tally.moved += 1;
  tally.movements.add(
    {
      customerId: customer.customerId,
      name: customer.name.slice(0, 200).toWellFormed(),
      currency,
      from: from ?? null,
      to: stage ?? null,
      ...shownBecause({ because, reason }),
      overdue: toDecimal({ minorUnits: overdue, currency }),
    },
    overdue,
  );
}

export const portfolioOf = (tally: PortfolioTally, policy: Policy): Portfolio => ({
  totals: [...tally.currencies].sort(byKey).map(([currency, each]) => totals(currency, each)),
  ladder: ladderOf(tally, policy),
  topExposure: [...tally.exposure].sort(byKey).flatMap(([, highest]) => highest.items()),
  movements: tally.movements.items(),
  moved: tally.moved,
  attention: tally.attention.pressing.items(),
  asked: tally.attention.asked,
  ending: tally.attention.ending.items(),
  noticeCounts: Object.fromEntries(tally.notices),
});

function totals(currency: CurrencyCode, tally: CurrencyTally): PortfolioTotals {
  const text = (minorUnits: number): string => toDecimal({ minorUnits, currency });
  return {
    currency,
    customers: tally.customers,
    current: text(tally.buckets.get('current') ?? 0),
    buckets: [...tally.buckets].map(([bucket, amount]) => ({ bucket, amount: text(amount) })),
    open: text(tally.open),
    overdue: text(tally.overdue),
    unapplied: text(tally.unapplied),
    exposure: text(tally.exposure),
    monthToDate: text(tally.monthToDate),
    budget: text(tally.budget),
    forecast: text(tally.forecast),
  };
}

/** Mildest first, as the policy's ladders list them. */
function ladderOf({ stages }: PortfolioTally, { dunning }: Policy): LadderRow[] {
  const order = [...new Set(Object.values(dunning).flatMap((each) => each.stages.map(nameOf)))];
  return [...stages]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([stage, byCurrency]) =>
      [...byCurrency].sort(byKey).map(([currency, { overdue, ...counts }]) => ({
        stage,
        currency,
        ...counts,
        overdue: toDecimal({ minorUnits: overdue, currency }),
      })),
    );
}

const nameOf = ({ name }: { readonly name: string }): string => name;

const newCurrency = (): CurrencyTally => ({
  customers: 0,
  open: 0,
  overdue: 0,
  unapplied: 0,
  exposure: 0,
  monthToDate: 0,
  budget: 0,
  forecast: 0,
  buckets: new Map(),
});

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
