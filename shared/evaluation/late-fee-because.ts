import type { PartOf, Reason } from '../languages/reason.ts';
import { dayOfNumber } from '../ledger/calendar-date.ts';
import type { InterestDays } from './interest.ts';
import type { LateFeeRules } from './late-fee-rules.ts';
import type { LateInvoice } from './late-invoice.ts';
import { isBeforeKnown, isBeyondKnown } from './yearly-rates.ts';

type Charged = {
  readonly parts: readonly InterestDays[];
  readonly chargedOnce: number;
  readonly fixed: number;
};

/** The sum's parts, and what a reader would otherwise wonder about. */
export function whyLateFee(
  { invoice: { currency }, spans, paidOn, wasDisputed }: LateInvoice,
  { parts, chargedOnce, fixed }: Charged,
  rules: LateFeeRules,
): Reason {
  const days = spans.reduce((sum, { from, until }) => sum + until - from, 0);
  const { onceMillionths } = rules;
  return [
    { key: 'late-fee', currency, days, rates: byRate(parts), onceMillionths, chargedOnce, fixed },
    ...(paidOn === undefined ? [] : [{ key: 'paid-on', day: paidOn } as const]),
    ...(wasDisputed ? [{ key: 'was-disputed' } as const] : []),
    ...(rules.isStatutory ? outsideTable(spans, rules) : []),
  ];
}

/** Days by rate, the oldest first; how the open amount changed meanwhile is not told. */
function byRate(parts: readonly InterestDays[]): PartOf<'late-fee'>['rates'] {
  const daysByRate = new Map<number, number>();
  for (const { days, millionths } of parts)
    daysByRate.set(millionths, (daysByRate.get(millionths) ?? 0) + days);
  return [...daysByRate].map(([millionths, days]) => ({ days, millionths }));
}

function outsideTable(
  spans: LateInvoice['spans'],
  { rates }: LateFeeRules,
): readonly PartOf<'reference-rate'>[] {
  const [first, last] = [spans[0], spans.at(-1)];
  const [oldest, latest] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined || !oldest || !latest) return [];
  const rate = (fromDay: number, which: 'oldest' | 'latest') =>
    ({ key: 'reference-rate', day: dayOfNumber(fromDay), which }) as const;
  return [
    ...(isBeforeKnown(rates, first.from) ? [rate(oldest.fromDay, 'oldest')] : []),
    ...(isBeyondKnown(rates, last.until - 1) ? [rate(latest.fromDay, 'latest')] : []),
  ];
}
