import { type RefundClock, refundClocks } from '../../evaluation/refund-clock.ts';
import type { Notice } from '../customer-night.ts';
import { spendNotice } from './spend-notice.ts';
import type { SpendState } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';

type RefundsTold = NonNullable<SpendState['refundsTold']>;

export type RefundDecision = {
  readonly clocks: readonly RefundClock[];
  readonly told: RefundsTold;
  readonly notices: readonly Notice[];
};

const EXPIRED = -1;
/** With a week left, the request comes before everything else. */
const URGENT_DAYS_LEFT = 7;

/** Of several reminders that are due, after missed nights, the last is the one that is told. */
export function decideRefunds(before: RefundsTold = {}, tonight: SpendTonight): RefundDecision {
  const { days, remindAtDaysLeft } = tonight.policy.anomalies.refundClock;
  const clocks = refundClocks(tonight.seen.arrangements, days, tonight.asOf);
  const due = clocks.flatMap((clock) => {
    const mark = markOf(clock, remindAtDaysLeft);
    const isNews = mark !== undefined && mark < (before[clock.from] ?? Number.POSITIVE_INFINITY);
    return isNews ? [{ clock, mark }] : [];
  });
  if (due.length === 0) return { clocks, told: before, notices: [] };
  return {
    clocks,
    told: { ...before, ...Object.fromEntries(due.map(({ clock, mark }) => [clock.from, mark])) },
    notices: due.map(({ clock, mark }) => refundNotice(clock, mark, days, tonight)),
  };
}

function markOf(
  { daysLeft }: RefundClock,
  remindAtDaysLeft: readonly number[],
): number | undefined {
  if (daysLeft < 0) return EXPIRED;
  const due = remindAtDaysLeft.filter((each) => daysLeft <= each);
  return due.length === 0 ? undefined : Math.min(...due);
}

function refundNotice(
  clock: RefundClock,
  mark: number,
  days: number,
  { seen: { customer } }: SpendTonight,
): Notice {
  const { from, lastDay, daysLeft } = clock;
  return spendNotice({
    key: `${customer.customerId}|${customer.currency}|refund-clock|${from}|${mark}`,
    kind: 'refund-clock',
    currency: customer.currency,
    stage: mark === EXPIRED ? 'expired' : `${daysLeft}`,
    ...(mark !== EXPIRED && daysLeft <= URGENT_DAYS_LEFT && { isUrgent: true }),
    because: [{ key: 'refund', from, lastDay, daysLeft, days }],
  });
}
