import { isInForce } from '../evaluation/in-force.ts';
import { lateFeesOn } from '../evaluation/late-fees.ts';
import { metricPartsOn } from '../evaluation/metric-parts.ts';
import { addDays, type CalendarDate, monthOf } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { Policy } from '../policy/policy.ts';
import type { CustomerNight } from './customer-night.ts';
import { trendsOf } from './spend/trends.ts';
import { ladderNamed } from './tonight.ts';

/**
 * The night with what is only told and never decided on: the parts of its metrics, what being late
 * has cost, and the trend of spend that is told of. Apart from the decision, so that a replay of many nights need not pay for it.
 */
export function measuredNight(
  night: CustomerNight,
  facts: CustomerFacts,
  policy: Policy,
): CustomerNight {
  const ladder = ladderNamed(night.customer.policy, policy);
  const parts = metricPartsOn(facts, night.asOf);
  const fees = ladder.kind === 'climbs' ? lateFeesOn(facts, ladder.policy, night.asOf) : undefined;
  const inForce = kindsInForce(facts, night.asOf);
  const endingSoon = endingWithinAWeek(facts, night.asOf);
  const monthToDate = monthToDateOf(facts, night.asOf);
  const trends = trendsOf(night, facts.spend);
  return {
    ...night,
    ...(inForce.length > 0 && { inForce }),
    ...(endingSoon.length > 0 && { endingSoon }),
    ...(monthToDate.length > 0 && { monthToDate }),
    ...(trends.length > 0 && { trends }),
    accounts: night.accounts.map((account) => {
      const metrics = parts.get(account.currency);
      const lateFees = fees?.get(account.currency);
      return {
        ...account,
        ...(metrics === undefined ? {} : { metrics }),
        ...(lateFees === undefined ? {} : { lateFees: [...lateFees] }),
      };
    }),
  };
}

const kindsInForce = ({ arrangements }: CustomerFacts, asOf: CalendarDate) =>
  arrangements.length === 0
    ? []
    : [
        ...new Set(arrangements.filter((each) => isInForce(each, asOf)).map(({ kind }) => kind)),
      ].sort();

/** For whoever has to see to it that nothing lapses unseen. */
const endingWithinAWeek = ({ arrangements }: CustomerFacts, asOf: CalendarDate) =>
  arrangements.flatMap((each) => {
    const { kind, invoiceId, until } = each;
    const isSoon = until !== undefined && until <= addDays(asOf, 7) && isInForce(each, asOf);
    return isSoon ? [{ kind, until, ...(invoiceId !== undefined && { invoiceId }) }] : [];
  });

function monthToDateOf({ spend }: CustomerFacts, asOf: CalendarDate) {
  const month = monthOf(asOf);
  const spent = new Map<CurrencyCode, number>();
  for (const { date, currency, minorUnits } of spend)
    if (date <= asOf && date.startsWith(month))
      spent.set(currency, (spent.get(currency) ?? 0) + minorUnits);
  return [...spent].sort().map(([currency, sum]) => ({ currency, spent: sum }));
}
