import type { CustomerId } from '../ledger/customer.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import { count } from './count-text.ts';
import type { CustomerNight, Notice } from './customer-night.ts';
import { SPEND_TROUBLE, spendText } from './spend/spend-text.ts';

export type DigestRole = 'account-manager' | 'credit-controller';

/** Of what is new about one customer, money owed comes before money spent. */
const URGENCY = ['dunning', 'promise-broken', 'unheard', ...SPEND_TROUBLE] as const;

/** One thing that is new or worse about a customer in a currency. Amounts are minor units. */
export type Finding = {
  readonly kind: (typeof URGENCY)[number];
  readonly key: string;
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly currency: CurrencyCode;
  readonly what: string;
  readonly because: string;
  readonly overdue: number;
  readonly daysPastDue: number;
  /** What there is to lose; undefined where nothing is known of it but what is overdue. */
  readonly exposure: number | undefined;
  readonly isUrgent: boolean;
  /** What was spent above the budget, or minus what is left of it; ranks where nothing is overdue. */
  readonly overBudget: number;
  readonly actions: readonly string[];
};

/**
 * What is new or worse: what is urgent, then by money at risk, which is exposure where it is known
 * and what is overdue elsewhere. Amounts of different currencies do not compare, so each currency is
 * ranked by itself, the one with most findings first.
 */
export function digestFindings(nights: readonly CustomerNight[], role: DigestRole): Finding[] {
  const byCurrency = Map.groupBy(
    nights.flatMap((night) => findingsOf(night, role)),
    ({ currency }) => currency,
  );
  return [...byCurrency]
    .toSorted(
      ([a, ofA], [b, ofB]) => byUrgency(ofA, ofB) || ofB.length - ofA.length || compare(a, b),
    )
    .flatMap(([, findings]) => findings.toSorted(byMoneyAtRisk));
}

const byUrgency = (a: readonly Finding[], b: readonly Finding[]): number =>
  Number(b.some(({ isUrgent }) => isUrgent)) - Number(a.some(({ isUrgent }) => isUrgent));

const byMoneyAtRisk = (a: Finding, b: Finding): number =>
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

function findingsOf(night: CustomerNight, role: DigestRole): Finding[] {
  const heard = night.notices.flatMap((notice) => {
    const { kind, tell } = notice;
    if (kind === 'recovery' || kind === 'forecast-receded') return [];
    return tell.includes(role) ? [{ ...notice, kind }] : [];
  });
  const suppressed = new Map(night.suppressed.map(({ key, because }) => [key, because]));
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
    .map(({ key, because, waitsFor }) => {
      const account = accounts.find(({ currency }) =>
        key.startsWith(`${customer.customerId}|${currency}|`),
      );
      return {
        ...standing(night, account?.currency ?? customer.currency),
        kind: 'unheard',
        key,
        what: waitsFor === undefined ? 'letter not sent' : 'not told yet',
        because,
        actions: [],
        isNew: waitsFor === undefined && account?.since === asOf,
      };
    });
}

/** A recovery is no finding: it is neither new trouble nor worse. */
type Trouble = Notice & {
  readonly kind: Exclude<Notice['kind'], 'recovery' | 'forecast-receded'>;
};

function noticeFinding(
  notice: Trouble,
  letterNotSent: string | undefined,
  night: CustomerNight,
): Finding {
  const because =
    letterNotSent === undefined
      ? notice.because
      : `${notice.because}; letter not sent: ${letterNotSent}`;
  return {
    ...standing(night, notice.currency),
    kind: notice.kind,
    key: notice.key,
    isUrgent: notice.isUrgent === true,
    what: noticeText(notice),
    because,
    actions: notice.actions,
  };
}

/** A stage as people write it: "final-notice" is "final notice". */
export const stageText = (stage: string): string => stage.replaceAll('-', ' ');

function noticeText({ kind, stage }: Trouble): string {
  if (kind === 'dunning') return stageText(stage ?? 'dunning');
  return kind === 'promise-broken' ? 'promise broken' : spendText(kind, stage ?? '');
}

function standing(night: CustomerNight, currency: CurrencyCode) {
  const account = night.accounts.find((each) => each.currency === currency);
  const budget = night.budgets.find((each) => each.currency === currency);
  return {
    customerId: night.customer.customerId,
    customerName: night.customer.name,
    currency,
    overdue: account?.overdue ?? 0,
    daysPastDue: account?.daysPastDue ?? 0,
    exposure: night.exposure?.find((each) => each.currency === currency)?.total,
    isUrgent: false,
    overBudget: budget === undefined ? Number.MIN_SAFE_INTEGER : budget.spent - budget.budget,
  };
}

/** "2 customers need attention" */
export function attentionText(findings: readonly Finding[]): string {
  const customers = new Set(findings.map(({ customerId }) => customerId)).size;
  return `${count(customers, 'customer')} ${customers === 1 ? 'needs' : 'need'} attention`;
}
