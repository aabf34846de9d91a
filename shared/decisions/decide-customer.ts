import { type Account, accountsOn } from '../evaluation/accounts.ts';
import { type NightFacts, nightFacts } from '../evaluation/night-facts.ts';
import { unownedSpend } from '../evaluation/unowned-spend.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Policy } from '../policy/policy.ts';
import { type ArrangementsSeen, arrangementEvents } from './arrangement-events.ts';
import { both } from './both.ts';
import type { Circumstances } from './circumstances.ts';
import type {
  AccountNight,
  CustomerNight,
  HistoryEvent,
  InvoiceNight,
  Notice,
} from './customer-night.ts';
import type { CustomerState } from './customer-state.ts';
import { type AccountDecision, decideAccount } from './dunning/decide-account.ts';
import { NEW_ACCOUNT, stored } from './dunning/ladder.ts';
import { rememberedPromises } from './dunning/remembered-promises.ts';
import { snoozed } from './snoozed.ts';
import type { SpendDecision } from './spend/decide-spend.ts';
import { spendOfCustomer } from './spend/spend-of-customer.ts';
import { type Tonight, tonightOf } from './tonight.ts';

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
  facts: CustomerFacts | NightFacts,
  state: CustomerState,
  policy: Policy,
  asOf: CalendarDate,
  circumstances: Circumstances,
): CustomerDecision {
  const tonight = tonightOf(nightFacts(facts, asOf), state, policy, asOf, circumstances);
  const decided = accountsTonight(tonight, state).map((account) =>
    decideAccount(account, stored(state.accounts, account.currency) ?? NEW_ACCOUNT, tonight),
  );
  const accounts = decided.map(({ night }) => night);
  const spend = spendOfCustomer(accounts, state, tonight);
  const agreed = arrangementsTonight(tonight, state);

  const together = ofAllAccounts(decided);
  const news = withUntold([...together.notices, ...spend.notices], circumstances);
  const { notices, waiting } = snoozed(news, state, tonight);
  const writeLetter = notices.some(({ tell }) => tell.includes('customer'));
  const lastLetterOn = writeLetter ? asOf : state.lastLetterOn;
  const next = nextState(state, decided, together, spend, agreed, lastLetterOn, tonight);
  if (waiting.length > 0) next.snoozed = waiting;
  return {
    next,
    night: nightOf(accounts, spend, notices, together.suppressed, tonight),
    invoices: together.invoices,
    events: both(agreed.events, both(together.events, spend.events)),
    writeLetter,
  };
}

/** Both are written out in full, as every customer has them every night. */
function nextState(
  before: CustomerState,
  decided: readonly AccountDecision[],
  { settledPromises, promisesToTell }: OfAllAccounts,
  spend: SpendDecision,
  agreed: ArrangementsSeen,
  lastLetterOn: CalendarDate | undefined,
  { seen, asOf }: Tonight,
): CustomerState {
  const next: CustomerState = {
    accounts: nextAccounts(decided, before),
    budgets: spend.next.budgets,
    settledPromises: before.settledPromises,
  };
  if (spend.next.spend !== undefined) next.spend = spend.next.spend;
  if (lastLetterOn !== undefined) next.lastLetterOn = lastLetterOn;
  if (settledPromises.length > 0)
    next.settledPromises = rememberedPromises(
      [...before.settledPromises, ...settledPromises],
      seen.arrangements,
      asOf,
    );
  if (promisesToTell.length > 0) next.promisesToTell = [...promisesToTell];
  if (agreed.inForce.length > 0) next.arrangements = [...agreed.inForce];
  return next;
}

function nightOf(
  accounts: AccountNight[],
  spend: SpendDecision,
  notices: Notice[],
  suppressed: CustomerNight['suppressed'],
  { seen, asOf }: Tonight,
): CustomerNight {
  const { customer } = seen;
  const { budgets, exposure, anomalies, refunds } = spend.night;
  const night: CustomerNight = { customer, asOf, accounts, budgets, notices, suppressed };
  if (exposure !== undefined) night.exposure = exposure;
  if (anomalies !== undefined) night.anomalies = anomalies;
  if (refunds !== undefined) night.refunds = refunds;
  if (customer.isUnowned === true) night.unowned = [...unownedSpend(seen)];
  return night;
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

/** What an earlier run left untold comes after tonight's own news, and never twice. */
function withUntold(news: Notice[], { untold = [] }: Circumstances): Notice[] {
  const left = untold.filter(({ key }) => !news.some((each) => each.key === key));
  return left.length === 0 ? news : [...news, ...left];
}

type OfAllAccounts = Omit<AccountDecision, 'state' | 'night'>;

/** Nearly every customer has one account, and nothing to put together. */
function ofAllAccounts(decided: readonly AccountDecision[]): OfAllAccounts {
  const only = decided[0];
  if (only !== undefined && decided.length === 1) return only;
  return {
    notices: decided.flatMap(({ notices }) => notices),
    suppressed: decided.flatMap(({ suppressed }) => suppressed),
    invoices: decided.flatMap(({ invoices }) => invoices),
    events: decided.flatMap(({ events }) => events),
    settledPromises: decided.flatMap(({ settledPromises }) => settledPromises),
    promisesToTell: decided.flatMap(({ promisesToTell }) => promisesToTell),
  };
}

/** An account whose invoices are gone from the facts is still there to be cleared. */
function accountsTonight({ seen, asOf }: Tonight, state: CustomerState): readonly Account[] {
  const accounts = accountsOn(seen.settled(), seen.arrangements, asOf);
  const missing: Account[] = [];
  for (const currency in state.accounts) {
    const known = state.accounts[currency];
    const isToClear = known !== undefined && (known.inEpisode || known.recovery !== undefined);
    if (isToClear && !accounts.some((each) => each.currency === currency))
      missing.push({ currency, invoices: [], unapplied: 0, writtenOff: 0 });
  }
  if (missing.length === 0) return accounts;
  return [...accounts, ...missing].sort((a, b) => (a.currency < b.currency ? -1 : 1));
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
