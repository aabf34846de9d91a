import { dayOfNumber } from '../ledger/calendar-date.ts';
import { type CurrencyCode, toDecimal } from '../ledger/money.ts';
import type { InterestDays } from './interest.ts';
import type { LateFeeRules } from './late-fee-rules.ts';
import type { LateInvoice } from './late-invoice.ts';
import { isBeforeKnown, isBeyondKnown } from './yearly-rates.ts';

const AND = new Intl.ListFormat('en');

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
): string {
  const daysPastDue = spans.reduce((days, { from, until }) => days + until - from, 0);
  const byRate = rateTexts(parts);
  const charges = [
    ...byRate,
    ...(rules.onceMillionths > 0 && chargedOnce > 0
      ? [`${percentText(rules.onceMillionths)} of ${amountText(chargedOnce, currency)} open`]
      : []),
    ...(fixed > 0 ? [`a fixed ${amountText(fixed, currency)}`] : []),
  ];
  return [
    `${byRate.length === 1 ? '' : `${daysText(daysPastDue)} past due: `}${AND.format(charges)}`,
    ...(paidOn === undefined ? [] : [`paid in full on ${paidOn}`]),
    ...(wasDisputed ? ['what is disputed costs nothing while it is'] : []),
    ...(rules.isStatutory ? outsideTable(spans, rules) : []),
  ].join('; ');
}

/** Days by rate, the oldest first; how the open amount changed meanwhile is not told. */
function rateTexts(parts: readonly InterestDays[]): readonly string[] {
  const daysByRate = new Map<number, number>();
  for (const { days, millionths } of parts)
    daysByRate.set(millionths, (daysByRate.get(millionths) ?? 0) + days);
  return [...daysByRate].map(
    ([millionths, days]) => `${daysText(days)} at ${percentText(millionths)} a year`,
  );
}

function outsideTable(spans: LateInvoice['spans'], { rates }: LateFeeRules): readonly string[] {
  const [first, last] = [spans[0], spans.at(-1)];
  const [oldest, latest] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined || !oldest || !latest) return [];
  return [
    ...(isBeforeKnown(rates, first.from)
      ? [`the reference rate of ${dayOfNumber(oldest.fromDay)} is the oldest known`]
      : []),
    ...(isBeyondKnown(rates, last.until - 1)
      ? [`the reference rate of ${dayOfNumber(latest.fromDay)} is the latest known`]
      : []),
  ];
}

const percentText = (millionths: number): string => `${millionths / 10_000} %`;

const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

const amountText = (minorUnits: number, currency: CurrencyCode): string =>
  `${toDecimal({ minorUnits, currency })} ${currency}`;
