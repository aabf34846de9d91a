import type {
  AccountNight,
  CustomerNight,
  InvoiceNight,
  Notice,
} from '../../shared/decisions/customer-night.ts';
import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import { type CurrencyCode, toDecimal } from '../../shared/ledger/money.ts';
import {
  type AnomalyFigures,
  anomalyFigures,
  type BudgetFigures,
  budgetFigures,
  type ExposureFigures,
  exposureFigures,
} from '../../shared/run/report/spend-rows.ts';

/** One day of one customer in one currency, as `simulate --json` writes it. Amounts are decimal text. */
export type SimulatedLine = {
  /** The file of the policy, where two are compared. */
  readonly policy?: string;
  readonly date: CalendarDate;
  readonly customerId: CustomerId;
  readonly currency: CurrencyCode;
  readonly open: string;
  readonly overdue: string;
  readonly unapplied: string;
  readonly aging: Readonly<Record<string, string>>;
  readonly stage: string | null;
  readonly from: string | null;
  readonly because: string;
  readonly daysPastDue: number;
  readonly invoices: readonly SimulatedInvoice[];
  readonly notices: readonly SimulatedNotice[];
  /** Absent where there is nothing of the kind. A month that is restated comes after this one. */
  readonly budgets?: readonly BudgetFigures[];
  readonly exposure?: ExposureFigures;
  readonly anomalies?: readonly AnomalyFigures[];
};

type SimulatedInvoice = {
  readonly invoiceId: string;
  readonly open: string;
  readonly daysPastDue: number;
  readonly stage: string | null;
};

type SimulatedNotice = {
  readonly kind: Notice['kind'];
  readonly stage: string | null;
  readonly tell: Notice['tell'];
  readonly letter: string | null;
  readonly actions: readonly string[];
  readonly because: string;
};

/** One line per currency the customer owes or spends in, by currency. */
export const simulatedLines = (
  { night, invoices }: CustomerDecision,
  policy?: string,
): readonly SimulatedLine[] =>
  accountsAndSpend(night).map((account) => ({
    ...(policy === undefined ? {} : { policy }),
    ...lineOf(account, night, invoices),
    ...spendOf(account, night),
  }));

/** A currency that is only spent in has an account in which nothing is open. */
function accountsAndSpend(night: CustomerNight): readonly AccountNight[] {
  const { accounts, budgets, exposure = [], anomalies = [], notices } = night;
  const known = new Set(accounts.map(({ currency }) => currency));
  const others = [...budgets, ...exposure, ...anomalies, ...notices]
    .map(({ currency }) => currency)
    .filter((currency) => !known.has(currency));
  if (others.length === 0) return accounts;
  const empty = [...new Set(others)].map((currency) => ({ ...NOTHING_OPEN, currency }));
  return [...accounts, ...empty].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

const NOTHING_OPEN = {
  aging: {},
  open: 0,
  overdue: 0,
  unapplied: 0,
  because: 'nothing is open',
  daysPastDue: 0,
};

function spendOf({ currency }: AccountNight, night: CustomerNight): Partial<SimulatedLine> {
  const isOwn = (each: { readonly currency: CurrencyCode }): boolean => each.currency === currency;
  const budgets = night.budgets.filter(isOwn).map(budgetFigures);
  const exposure = night.exposure?.find(isOwn);
  const anomalies = (night.anomalies ?? []).filter(isOwn).map(anomalyFigures);
  return {
    ...(budgets.length > 0 && { budgets }),
    ...(exposure && { exposure: exposureFigures(exposure) }),
    ...(anomalies.length > 0 && { anomalies }),
  };
}

function lineOf(
  account: AccountNight,
  { asOf, customer, notices }: CustomerNight,
  invoices: readonly InvoiceNight[],
): SimulatedLine {
  const { currency, open, overdue, unapplied, stage, from, because, daysPastDue } = account;
  const decimal = (minorUnits: number): string => toDecimal({ minorUnits, currency });
  return {
    date: asOf,
    customerId: customer.customerId,
    currency,
    open: decimal(open),
    overdue: decimal(overdue),
    unapplied: decimal(unapplied),
    aging: mapValues(account.aging, decimal),
    stage: stage ?? null,
    from: from ?? null,
    because,
    daysPastDue,
    invoices: invoices
      .filter((each) => each.currency === currency)
      .map((each) => ({
        invoiceId: each.invoiceId,
        open: decimal(each.open),
        daysPastDue: each.daysPastDue,
        stage: each.stage ?? null,
      })),
    notices: notices.filter((each) => each.currency === currency).map(simulatedNotice),
  };
}

const simulatedNotice = ({
  kind,
  stage,
  tell,
  letter,
  actions,
  because,
}: Notice): SimulatedNotice => ({
  kind,
  stage: stage ?? null,
  tell,
  letter: letter ?? null,
  actions,
  because,
});

/** In the order of the keys, which for aging is the order of the buckets. */
function mapValues(
  amounts: Readonly<Record<string, number>>,
  decimal: (minorUnits: number) => string,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name in amounts) texts[name] = decimal(amounts[name] ?? 0);
  return texts;
}
