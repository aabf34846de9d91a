import { type Account, accountsOf } from '../evaluation/accounts.ts';
import { holdsOf } from '../evaluation/holds.ts';
import { inForce } from '../evaluation/in-force.ts';
import { unownedSpend } from '../evaluation/unowned-spend.ts';
import { type CalendarDate, dayNumber, daysBetween } from '../ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn } from '../ledger/customer-facts.ts';
import type { Policy } from '../policy/policy.ts';
import { type DayOff, dayOffOn } from '../policy/work-calendar.ts';
import { type ArrangementsSeen, arrangementEvents } from './arrangement-events.ts';
import type { Circumstances } from './circumstances.ts';
import type { CustomerNight, HistoryEvent, InvoiceNight } from './customer-night.ts';
import type { CustomerState } from './customer-state.ts';
import { type AccountDecision, decideAccount } from './decide-account.ts';
import { NEW_ACCOUNT, stored } from './ladder.ts';
import { spendOfCustomer } from './spend/spend-of-customer.ts';
import type { Letters } from './telling.ts';
import { ladderNamed, type Tonight } from './tonight.ts';

/** A customer's night: what to remember, what to report, and what to say. */
export type CustomerDecision = {
  readonly next: CustomerState;
  readonly night: CustomerNight;
  readonly invoices: readonly InvoiceNight[];
  readonly events: readonly HistoryEvent[];
  /** Whether a letter to the customer goes out tonight. One letter, however many notices. */
  readonly writeLetter: boolean;
};

/** Deciding the same night again, with what it made of the state, changes nothing and says nothing. */
export function decideCustomer(
  facts: CustomerFacts,
  state: CustomerState,
  policy: Policy,
  asOf: CalendarDate,
  circumstances: Circumstances,
): CustomerDecision {
  const tonight = tonightOf(factsSeenOn(facts, asOf), state, policy, asOf, circumstances);
  const decided = accountsTonight(tonight, state).map((account) =>
    decideAccount(account, stored(state.accounts, account.currency) ?? NEW_ACCOUNT, tonight),
  );
  const { customer } = tonight.seen;
  const accounts = decided.map(({ night }) => night);
  const spend = spendOfCustomer(accounts, state, tonight);
  const agreed = arrangementsTonight(tonight, state);

  const together = ofAllAccounts(decided);
  const notices = [...together.notices, ...spend.notices];
  const writeLetter = notices.some(({ tell }) => tell.includes('customer'));
  const lastLetterOn = writeLetter ? asOf : state.lastLetterOn;
  return {
    next: {
      accounts: nextAccounts(decided, state),
      ...spend.next,
      ...(lastLetterOn === undefined ? {} : { lastLetterOn }),
      settledPromises: [...state.settledPromises, ...together.settledPromises],
      ...promisesToTell(decided),
      ...(agreed.inForce.length === 0 ? {} : { arrangements: [...agreed.inForce] }),
    },
    night: {
      customer,
      asOf,
      accounts,
      ...spend.night,
      notices,
      suppressed: [...together.suppressed],
      ...(customer.isUnowned === true && { unowned: [...unownedSpend(tonight.seen)] }),
    },
    invoices: together.invoices,
    events: [...agreed.events, ...together.events, ...spend.events],
    writeLetter,
  };
}

/** On stale data nothing begins and nothing ends. */
function arrangementsTonight(
  { seen, circumstances, asOf }: Tonight,
  { arrangements: before = [] }: CustomerState,
): ArrangementsSeen {
  const isStale = circumstances.holdStages !== undefined;
  if (isStale || (before.length === 0 && seen.arrangements.length === 0))
    return { inForce: before, events: [] };
  return arrangementEvents(seen.arrangements, before, asOf);
}

type OfAllAccounts = Pick<
  AccountDecision,
  'notices' | 'suppressed' | 'invoices' | 'events' | 'settledPromises'
>;

/** Nearly every customer has one account, and nothing to put together. */
function ofAllAccounts(decided: readonly AccountDecision[]): OfAllAccounts {
  const [only, ...others] = decided;
  if (only !== undefined && others.length === 0) return only;
  return {
    notices: decided.flatMap(({ notices }) => notices),
    suppressed: decided.flatMap(({ suppressed }) => suppressed),
    invoices: decided.flatMap(({ invoices }) => invoices),
    events: decided.flatMap(({ events }) => events),
    settledPromises: decided.flatMap(({ settledPromises }) => settledPromises),
  };
}

function tonightOf(
  seen: CustomerFacts,
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
    letters: lettersTonight(customer.billingEmail, state, policy, asOf),
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

/** An account whose invoices are gone from the facts is still there to be cleared. */
function accountsTonight({ seen, asOf }: Tonight, state: CustomerState): readonly Account[] {
  const accounts = accountsOf(seen, asOf);
  const missing = Object.entries(state.accounts)
    .filter(
      ([currency, { inEpisode, recovery }]) =>
        (inEpisode || recovery !== undefined) &&
        !accounts.some((each) => each.currency === currency),
    )
    .map(([currency]): Account => ({ currency, invoices: [], unapplied: 0, writtenOff: 0 }));
  if (missing.length === 0) return accounts;
  return [...accounts, ...missing].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function promisesToTell(decided: readonly AccountDecision[]) {
  const keys = decided.flatMap((each) => each.promisesToTell);
  return keys.length === 0 ? {} : { promisesToTell: keys };
}

/** Only accounts that were ever dunned have something to remember. */
function nextAccounts(
  decided: readonly AccountDecision[],
  { accounts }: CustomerState,
): CustomerState['accounts'] {
  const next = { ...accounts };
  for (const { night, state } of decided)
    if (state.episode > 0 || state.inEpisode) next[night.currency] = state;
  return next;
}

function lettersTonight(
  billingEmail: string | undefined,
  { lastLetterOn }: CustomerState,
  { contact: { minDaysBetween } }: Policy,
  asOf: CalendarDate,
): Letters {
  const isTooSoon =
    minDaysBetween > 0 &&
    lastLetterOn !== undefined &&
    daysBetween(lastLetterOn, asOf) < minDaysBetween;
  return {
    noAddress: billingEmail ? undefined : 'the customer has no billing e-mail address',
    tooSoon: isTooSoon
      ? `the last letter left on ${lastLetterOn} and the next may leave ${minDaysBetween} days after it`
      : undefined,
  };
}
