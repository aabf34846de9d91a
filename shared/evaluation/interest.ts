import type { OpenSpan } from './open-spans.ts';
import { rateOn, type YearlyRate } from './yearly-rates.ts';

/** Days with one open amount at one rate. */
export type InterestDays = {
  readonly fromDay: number;
  readonly days: number;
  readonly open: number;
  readonly millionths: number;
};

const DAYS_OF_YEAR = 365n;
const WHOLE = 1_000_000n;

/** Spans cut where a rate starts: a day has the rate that is in force on it. */
export const interestDays = (
  spans: readonly OpenSpan[],
  rates: readonly YearlyRate[],
): readonly InterestDays[] => spans.flatMap((span) => [...cutByRate(span, rates)]);

function* cutByRate(
  { from, until, open }: OpenSpan,
  rates: readonly YearlyRate[],
): Generator<InterestDays> {
  let day = from;
  while (day < until) {
    const rate = rateOn(rates, day);
    if (rate === undefined) return;
    const next = rates.find(({ fromDay }) => fromDay > Math.max(day, rate.fromDay));
    const end = Math.min(next?.fromDay ?? until, until);
    yield { fromDay: day, days: end - day, open, millionths: rate.millionths };
    day = end;
  }
}

/** Simple interest, actual days of 365, in leap years too: exact until it is rounded, once. */
export function interestOf(parts: readonly InterestDays[]): number {
  let sum = 0n;
  for (const { days, open, millionths } of parts)
    sum += BigInt(open) * BigInt(days) * BigInt(millionths);
  return Number(halfEven(sum, DAYS_OF_YEAR * WHOLE));
}

/** A share of an amount, rounded likewise. */
export const shareOf = (minorUnits: number, millionths: number): number =>
  Number(halfEven(BigInt(minorUnits) * BigInt(millionths), WHOLE));

/** A half goes to the even neighbour, so that many roundings lean neither way. Not for negatives. */
function halfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend - quotient * divisor) * 2n;
  const isUp = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}
