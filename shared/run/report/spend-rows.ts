import type { CustomerNight, Notice } from '../../decisions/customer-night.ts';
import type { Customer } from '../../ledger/customer.ts';
import { type CurrencyCode, toDecimal } from '../../ledger/money.ts';

type BudgetNight = CustomerNight['budgets'][number];
type ExposureNight = NonNullable<CustomerNight['exposure']>[number];
type AnomalyNight = NonNullable<CustomerNight['anomalies']>[number];

/** A month against its budget, in decimal text; `null` is not known, or does not apply. */
export type BudgetFigures = {
  readonly currency: CurrencyCode;
  readonly month: string;
  readonly budget: string;
  readonly spent: string;
  readonly percent: number | null;
  readonly crossed: number | null;
  readonly forecast: string | null;
  /** The range that the month should end in four times in five. */
  readonly low: string | null;
  readonly high: string | null;
  /** How many percent last month's forecasts of about this day were off. */
  readonly lastError: number | null;
  /** The highest threshold that the forecast was told to reach. */
  readonly forecastTold: number | null;
  readonly ahead: number | null;
  readonly dataThrough: string | null;
  readonly restated: boolean;
};

export function budgetFigures(night: BudgetNight): BudgetFigures {
  const text = decimalsIn(night.currency);
  return {
    currency: night.currency,
    month: night.month,
    budget: text(night.budget),
    spent: text(night.spent),
    percent: night.percent ?? null,
    crossed: night.crossed ?? null,
    forecast: textOrNull(night.forecast, text),
    low: textOrNull(night.low, text),
    high: textOrNull(night.high, text),
    lastError: night.lastError ?? null,
    forecastTold: night.forecastTold ?? null,
    ahead: night.ahead ?? null,
    dataThrough: night.dataThrough ?? null,
    restated: night.isRestated === true,
  };
}

/** What there is to lose: four parts, their total, and its share of the credit limit. */
export type ExposureFigures = Readonly<
  Record<'currency' | 'overdue' | 'notDue' | 'uninvoiced' | 'forecastRemainder' | 'total', string>
> & {
  readonly limit: string | null;
  readonly percent: number | null;
  readonly crossed: number | null;
};

export function exposureFigures(night: ExposureNight): ExposureFigures {
  const text = decimalsIn(night.currency);
  return {
    currency: night.currency,
    overdue: text(night.overdue),
    notDue: text(night.notDue),
    uninvoiced: text(night.uninvoiced),
    forecastRemainder: text(night.forecastRemainder),
    total: text(night.total),
    limit: textOrNull(night.limit, text),
    percent: night.percent ?? null,
    crossed: night.crossed ?? null,
  };
}

/** A spike that is not over, or of kind `unknown` a day that could not be judged. */
export type AnomalyFigures = {
  readonly currency: CurrencyCode;
  readonly kind: AnomalyNight['kind'];
  readonly on: string;
  readonly startedOn: string | null;
  readonly amount: string | null;
  readonly usual: string | null;
  /** Above the usual, all days of the episode together. */
  readonly excess: string | null;
  readonly shape: string | null;
  readonly drivers: readonly string[];
  readonly because: string;
};

export function anomalyFigures(night: AnomalyNight): AnomalyFigures {
  const { currency, kind, on, because } = night;
  const nothing = { startedOn: null, amount: null, usual: null, excess: null, shape: null };
  if (night.kind === 'unknown') return { currency, kind, on, ...nothing, drivers: [], because };
  const text = decimalsIn(currency);
  return {
    currency,
    kind,
    on,
    startedOn: night.startedOn,
    amount: text(night.amount),
    usual: text(night.usual),
    excess: text(night.excess),
    shape: night.shape,
    drivers: night.drivers,
    because,
  };
}

type Owner = { readonly customerId: string; readonly name: string };

/** What a night says of a customer's spend, as rows of the report. */
export type SpendRows = {
  readonly budgets: (Owner & BudgetFigures)[];
  readonly exposure: (Owner & ExposureFigures)[];
  readonly anomalies: (Owner & AnomalyFigures)[];
  /** Frauds for which a credit can be requested, and for how long. */
  readonly refunds: (Owner & { from: string; lastDay: string; daysLeft: number })[];
  /** What is odd and no alert; of a source, or (`source` "spend") of a customer. */
  readonly findings: Finding[];
};

type Finding = {
  readonly source: string;
  readonly text: string;
  readonly customerId?: string;
  readonly kind?: string;
};

const FINDING_KINDS: readonly Notice['kind'][] = ['no-budget', 'currency-mismatch', 'first-usage'];

export function addSpendRows(rows: SpendRows, night: CustomerNight): void {
  const { customer, budgets, exposure = [], anomalies = [], refunds = [], notices } = night;
  const { customerId, name }: Customer = customer;
  const owner = { customerId, name };
  rows.budgets.push(...budgets.map((each) => ({ ...owner, ...budgetFigures(each) })));
  rows.exposure.push(...exposure.map((each) => ({ ...owner, ...exposureFigures(each) })));
  rows.anomalies.push(...anomalies.map((each) => ({ ...owner, ...anomalyFigures(each) })));
  rows.refunds.push(...refunds.map((each) => ({ ...owner, ...each })));
  for (const { kind, because } of notices)
    if (FINDING_KINDS.includes(kind))
      rows.findings.push({ source: 'spend', text: `${name}: ${because}`, customerId, kind });
}

const decimalsIn =
  (currency: CurrencyCode) =>
  (minorUnits: number): string =>
    toDecimal({ minorUnits, currency });

const textOrNull = (
  minorUnits: number | undefined,
  text: (minorUnits: number) => string,
): string | null => (minorUnits === undefined ? null : text(minorUnits));
