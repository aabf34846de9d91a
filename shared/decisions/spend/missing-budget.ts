import { type BudgetUsage, spentIn } from '../../evaluation/budget-usage.ts';
import { proposedBudget } from '../../evaluation/proposed-budget.ts';
import type { PartOf } from '../../languages/reason.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { Notice } from '../customer-night.ts';
import { spendNotice } from './spend-notice.ts';
import { currenciesOf, type SpendTonight } from './spend-tonight.ts';

/** What could be said; its text is for the one night that says it. */
export type Missing = Pick<Notice, 'kind' | 'currency' | 'stage'> & {
  readonly notice: () => Notice;
};

/**
 * What is spent in a currency without a budget or a limit in it. Said with a budget proposed from
 * history, which holds once a person has set it and not before. Nobody's
 * customer is told of elsewhere, and stale data may lack a budget that is there.
 */
export function missingBudgets(
  usages: readonly BudgetUsage[],
  tonight: SpendTonight,
): readonly Missing[] {
  const { customer } = tonight.seen;
  if (tonight.isStale || customer.isUnowned === true) return [];
  return tonight.spent.currencies.flatMap((currency) => {
    const spent = spentIn(tonight.month, tonight.spent, currency, tonight.asOf);
    if (spent <= 0) return [];
    const usage = usages.find((each) => each.currency === currency);
    return [
      ...missingBudget(currency, spent, usage, tonight),
      ...missingLimit(currency, spent, tonight),
    ];
  });
}

function missingBudget(
  currency: CurrencyCode,
  spent: number,
  usage: BudgetUsage | undefined,
  tonight: SpendTonight,
): readonly Missing[] {
  const { seen, month, policy } = tonight;
  if (usage !== undefined && usage.budget > 0 && usage.isDefault !== true) return [];
  const inOthers = seen.budgets.filter(
    (each) => each.currency !== currency && each.minorUnits > 0 && (each.from ?? month) <= month,
  );
  if (inOthers.length > 0) {
    return [otherCurrency('budget', currency, currenciesOf(inOthers), spent, tonight)];
  }
  if (usage?.isDefault === true || !policy.budgets.tellMissing) return [];

  const kind = 'no-budget';
  const notice = (): Notice =>
    spendNotice({
      key: `${seen.customer.customerId}|${currency}|${kind}|${month}`,
      kind,
      currency,
      because: [
        { key: 'no-budget', currency, spent, month, isZero: usage !== undefined },
        proposal(currency, tonight),
      ],
    });
  return [{ kind, currency, notice }];
}

function missingLimit(
  currency: CurrencyCode,
  spent: number,
  tonight: SpendTonight,
): readonly Missing[] {
  const { creditLimitMinorUnits = 0, currency: own } = tonight.seen.customer;
  if (creditLimitMinorUnits <= 0 || own === currency) return [];
  return [otherCurrency('credit limit', currency, [own], spent, tonight)];
}

function otherCurrency(
  what: 'budget' | 'credit limit',
  currency: CurrencyCode,
  isIn: readonly CurrencyCode[],
  spent: number,
  tonight: SpendTonight,
): Missing {
  const kind = 'currency-mismatch';
  const notice = (): Notice =>
    spendNotice({
      key: `${tonight.seen.customer.customerId}|${currency}|${kind}|${tonight.month}|${what}`,
      kind,
      currency,
      stage: what,
      because: [
        { key: 'other-currency', what, isIn: [...isIn], currency, spent, month: tonight.month },
        ...(what === 'budget' ? [proposal(currency, tonight)] : []),
      ],
    });
  return { kind, currency, stage: what, notice };
}

function proposal(
  currency: CurrencyCode,
  { seen, policy, firstOpenMonth }: SpendTonight,
): PartOf<'proposal' | 'no-proposal'> {
  const { proposal: rule } = policy.budgets;
  const amount = proposedBudget(seen.spend, currency, firstOpenMonth, rule);
  return amount === undefined
    ? { key: 'no-proposal' }
    : { key: 'proposal', currency, amount, percent: rule.percent, months: rule.months };
}
