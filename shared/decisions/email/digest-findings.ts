import { literally, type Reason } from '../../languages/reason.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import { isOfSpend, SPEND_TROUBLE } from '../spend/spend-text.ts';
import type { DigestFinding } from './content/digest-content.ts';
import { budgetLine } from './digest-spend.ts';

export type DigestRole = 'account-manager' | 'credit-controller';

/** Of what is new about one customer, money owed comes before money spent. */
const URGENCY = ['dunning', 'promise-broken', 'unheard', ...SPEND_TROUBLE] as const;

/** One thing that is new or worse about a customer in a currency, and what it is ranked by. */
export type Finding = Omit<DigestFinding, 'exposure'> & {
  readonly key: string;
  /** What there is to lose; undefined where nothing is known of it but what is overdue. */
  readonly exposure: number | undefined;
  /** What was spent above the budget, or minus what is left of it; ranks where nothing is overdue. */
  readonly overBudget: number;
};

/** As its reader sees it: what it is ranked by is no news. */
export const shownFinding = ({
  key: _,
  overBudget: __,
  exposure,
  ...shown
}: Finding): DigestFinding => ({
  ...shown,
  ...(exposure === undefined ? {} : { exposure }),
});

/** What is urgent comes first. */
export const byUrgency = (a: readonly Finding[], b: readonly Finding[]): number =>
  Number(b.some(({ isUrgent }) => isUrgent)) - Number(a.some(({ isUrgent }) => isUrgent));

/**
 * What is urgent, then by money at risk, which is exposure where it is known and what is overdue
 * elsewhere.
 */
export const byMoneyAtRisk = (a: Finding, b: Finding): number =>
  byUrgency([a], [b]) ||
  (b.exposure ?? b.overdue) - (a.exposure ?? a.overdue) ||
  b.overdue - a.overdue ||
  b.overBudget - a.overBudget ||
  compare(a.customerName, b.customerName) ||
  compare(a.customerId, b.customerId) ||
  URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) ||
  compare(a.key, b.key);

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** What is new or worse about a customer. */
export function findingsOf(night: CustomerNight, role: DigestRole): Finding[] {
  const heard = night.notices.filter(isTrouble).filter(({ tell }) => tell.includes(role));
  const suppressed = suppressedIn(night);
  return [
    ...heard.map((notice) => noticeFinding(notice, suppressed.get(notice.key), night)),
    ...unheard(night, role).filter(({ isNew }) => isNew),
  ];
}

/**
 * What was not said, nor is told with a notice; new on the night that its stage was reached. What
 * only waits for a working day is no news before it.
 */
export function unheard(
  night: CustomerNight,
  role: DigestRole,
): readonly (Finding & { readonly isNew: boolean })[] {
  const { customer, accounts, notices, suppressed, asOf } = night;
  const heard = new Set(notices.flatMap(({ tell, key }) => (tell.includes(role) ? [key] : [])));
  return suppressed
    .filter(({ key }) => !heard.has(key))
    .map(({ key, because, reason, waitsFor }) => {
      const account = accounts.find(({ currency }) =>
        key.startsWith(`${customer.customerId}|${currency}|`),
      );
      return {
        ...standing(night, account?.currency ?? customer.currency),
        kind: 'unheard',
        key,
        stage: '',
        because: reason ?? literally(because),
        actions: [],
        isUrgent: false,
        isNew: waitsFor === undefined && account?.since === asOf,
      };
    });
}

/** Why what was due was not said, by its key. */
export const suppressedIn = ({ suppressed }: CustomerNight): ReadonlyMap<string, Reason> =>
  new Map(suppressed.map(({ key, because, reason }) => [key, reason ?? literally(because)]));

/** A recovery is no finding: it is neither new trouble nor worse. */
type Trouble = Notice & {
  readonly kind: Exclude<Notice['kind'], 'recovery' | 'forecast-receded'>;
};

export const isTrouble = (notice: Notice): notice is Trouble =>
  notice.kind !== 'recovery' && notice.kind !== 'forecast-receded';

/** With what there is to see of it: the budget and the trend, where it is about spend. */
export function noticeFinding(
  notice: Trouble,
  letterNotSent: Reason | undefined,
  night: CustomerNight,
): Finding {
  const { kind, key, stage = '', currency, because, reason, actions, isUrgent } = notice;
  const budget = night.budgets.find((each) => each.currency === currency && !each.isRestated);
  const trend = night.trends?.find((each) => each.currency === currency);
  const isSpend = isOfSpend(kind);
  return {
    ...standing(night, currency),
    kind,
    key,
    stage,
    isUrgent: isUrgent === true,
    because: reason ?? literally(because),
    ...(letterNotSent === undefined ? {} : { letterNotSent }),
    actions,
    ...(budget === undefined || !isSpend ? {} : { budget: budgetLine(budget) }),
    ...(trend === undefined || !isSpend ? {} : { trend }),
  };
}

function standing(night: CustomerNight, currency: CurrencyCode) {
  const account = night.accounts.find((each) => each.currency === currency);
  const budget = night.budgets.find((each) => each.currency === currency);
  const exposure = night.exposure?.find((each) => each.currency === currency);
  return {
    customerId: night.customer.customerId,
    customerName: night.customer.name,
    currency,
    overdue: account?.overdue ?? 0,
    daysPastDue: account?.daysPastDue ?? 0,
    exposure: exposure?.total,
    ...(exposure?.limit === undefined ? {} : { limit: exposure.limit }),
    overBudget: budget === undefined ? Number.MIN_SAFE_INTEGER : budget.spent - budget.budget,
  };
}
