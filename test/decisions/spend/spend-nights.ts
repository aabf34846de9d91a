import type { CustomerNight } from '../../../shared/decisions/customer-night.ts';
import { type CustomerState, NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import {
  type CustomerDecision,
  decideCustomer,
} from '../../../shared/decisions/decide-customer.ts';
import { addDays, type CalendarDate } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import { DailySpend } from '../../../shared/ledger/spend.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { day, policy } from '../../builders.ts';
import { FRESH } from '../nights.ts';

export const daysFrom = (from: string, through: string): readonly CalendarDate[] => {
  const days: CalendarDate[] = [];
  for (let each = day(from); each <= through; each = addDays(each, 1)) days.push(each);
  return days;
};

/** A row for each day; an amount that depends on the day says so. */
export const everyDay = (
  from: string,
  through: string,
  amount: number | ((date: CalendarDate) => number),
  over: Partial<Record<'currency' | 'service' | 'subscriptionId', string>> = {},
): DailySpend[] =>
  daysFrom(from, through).map((date) =>
    DailySpend.parse({
      date,
      minorUnits: typeof amount === 'number' ? amount : amount(date),
      currency: 'EUR',
      ...over,
    }),
  );

/** Nights in a row. Facts may be as each night finds them. */
export function nightsOver(
  facts: CustomerFacts | ((asOf: CalendarDate) => CustomerFacts),
  rules: Policy,
  [from, through]: readonly [from: string, through: string],
  state: CustomerState = NEW_CUSTOMER,
  guard: { readonly holdStages: string | undefined } = FRESH,
): readonly CustomerDecision[] {
  let before = state;
  return daysFrom(from, through).map((asOf) => {
    const rows = typeof facts === 'function' ? facts(asOf) : facts;
    const decision = decideCustomer(rows, before, rules, asOf, guard);
    before = decision.next;
    return decision;
  });
}

/** "03-04 budget-forecast 100", night by night. */
export const toldIn = (nights: readonly CustomerDecision[]): readonly string[] =>
  nights.flatMap(({ night: { asOf, notices } }) =>
    notices.map(({ kind, stage }) => `${asOf.slice(5)} ${kind} ${stage ?? ''}`.trim()),
  );

export const lastOf = (nights: readonly CustomerDecision[]): CustomerDecision => {
  const last = nights.at(-1);
  if (last === undefined) throw new RangeError('Cannot look at the last of no nights: name some');
  return last;
};

export const nightOf = (nights: readonly CustomerDecision[]): CustomerNight => lastOf(nights).night;

export const becauseIn = (nights: readonly CustomerDecision[]): readonly string[] =>
  nights.flatMap(({ night }) => night.notices.map(({ because }) => because));

/** A policy that tells nothing of spend but what the test is about. */
export const tellsOnly = (over: {
  readonly budgets?: Record<string, unknown>;
  readonly exposure?: Record<string, unknown>;
  readonly anomalies?: Record<string, unknown>;
}): Policy =>
  policy(
    { stages: [] },
    {
      budgets: {
        thresholds: [],
        forecastThresholds: [],
        pace: { points: [] },
        tellMissing: false,
        ...over.budgets,
      },
      exposure: { thresholds: [], newCustomerDays: 0, ...over.exposure },
      anomalies: { tellFromMinorUnits: 1_000_000_000, ...over.anomalies },
    },
  );
