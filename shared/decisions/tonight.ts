import { type Holds, holdsOf } from '../evaluation/holds.ts';
import { inForce } from '../evaluation/in-force.ts';
import type { NightFacts } from '../evaluation/night-facts.ts';
import type { Arrangement } from '../ledger/arrangement.ts';
import { type CalendarDate, dayNumber, daysBetween } from '../ledger/calendar-date.ts';
import type { Customer } from '../ledger/customer.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import { NEVER_DUNNED, type Policy } from '../policy/policy.ts';
import { type DayOff, dayOffOn } from '../policy/work-calendar.ts';
import type { Circumstances } from './circumstances.ts';
import type { CustomerState } from './customer-state.ts';
import { stored } from './dunning/ladder.ts';
import type { Letters } from './dunning/telling.ts';
import { whyNotContacted } from './email/do-not-contact.ts';

/** What all accounts of a customer are decided on. */
export type Tonight = {
  readonly seen: NightFacts;
  readonly asOf: CalendarDate;
  readonly asOfDay: number;
  readonly policy: Policy;
  readonly ladder: Ladder;
  readonly circumstances: Circumstances;
  readonly holds: Holds;
  readonly disputes: readonly Arrangement[];
  readonly letters: Letters;
  /** Looked up when something is due to be told: it reads a calendar of holidays. */
  readonly dayOff: () => DayOff | undefined;
  readonly settledPromises: CustomerState['settledPromises'];
  readonly promisesToTell: readonly string[];
};

/** The customer's ladder. One that never or not climbs is still counted by the default policy. */
export type Ladder = {
  readonly kind: 'climbs' | 'never-dunned' | 'unknown';
  readonly name: string;
  readonly policy: DunningPolicy;
};

export function tonightOf(
  seen: NightFacts,
  state: CustomerState,
  policy: Policy,
  asOf: CalendarDate,
  circumstances: Circumstances,
): Tonight {
  const { arrangements, customer } = seen;
  return {
    seen,
    asOf,
    asOfDay: dayNumber(asOf),
    policy,
    ladder: ladderNamed(customer.policy, policy),
    circumstances,
    holds: holdsOf(arrangements, asOf),
    disputes: inForce('dispute', arrangements, asOf),
    letters: lettersTonight(customer, state, policy, asOf),
    dayOff: dayOffTonight(customer.country, policy, asOf),
    settledPromises: state.settledPromises,
    promisesToTell: state.promisesToTell ?? [],
  };
}

function dayOffTonight(
  country: string | undefined,
  { contact, reseller }: Policy,
  asOf: CalendarDate,
): Tonight['dayOff'] {
  if (!contact.workingDaysOnly) return () => undefined;
  let known: { readonly dayOff: DayOff | undefined } | undefined;
  return () => {
    known ??= { dayOff: dayOffOn(asOf, country, reseller) };
    return known.dayOff;
  };
}

export function ladderNamed(name: string, { dunning }: Policy): Ladder {
  if (name === NEVER_DUNNED) return { kind: 'never-dunned', name, policy: dunning.default };
  const policy = stored<DunningPolicy>(dunning, name);
  return policy === undefined
    ? { kind: 'unknown', name, policy: dunning.default }
    : { kind: 'climbs', name, policy };
}

function lettersTonight(
  customer: Customer,
  { lastLetterOn }: CustomerState,
  policy: Policy,
  asOf: CalendarDate,
): Letters {
  const { minDaysBetween } = policy.contact;
  const isTooSoon =
    minDaysBetween > 0 &&
    lastLetterOn !== undefined &&
    daysBetween(lastLetterOn, asOf) < minDaysBetween;
  return {
    never: customer.billingEmail ? whyNotContacted(customer, policy) : [{ key: 'no-address' }],
    tooSoon: isTooSoon
      ? [{ key: 'too-soon', lastOn: lastLetterOn, days: minDaysBetween }]
      : undefined,
  };
}
