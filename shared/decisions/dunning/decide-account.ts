import type { Account } from '../../evaluation/accounts.ts';
import { agingOf } from '../../evaluation/aging.ts';
import { type Counting, countingOf } from '../../evaluation/counting.ts';
import { type PromiseStanding, promisesOf } from '../../evaluation/promises.ts';
import { literally, type Reason } from '../../languages/reason.ts';
import type { DunningPolicy } from '../../policy/dunning-policy.ts';
import { becauseOf } from '../because-of.ts';
import { both } from '../both.ts';
import type { AccountNight, HistoryEvent, InvoiceNight } from '../customer-night.ts';
import type { AccountState } from '../customer-state.ts';
import type { Tonight } from '../tonight.ts';
import { type Dunned, dunAccount, type Promises } from './dun-account.ts';
import { NEW_ACCOUNT, stageIndex, stored } from './ladder.ts';
import { standStill } from './stand-still.ts';
import { tellPromises } from './tell-promises.ts';
import type { Said } from './tell-stages.ts';
import { withRecovery } from './with-recovery.ts';

export type AccountDecision = Said & {
  readonly state: AccountState;
  readonly night: AccountNight;
  readonly invoices: readonly InvoiceNight[];
  readonly settledPromises: readonly string[];
  readonly promisesToTell: readonly string[];
};

type Why = ReturnType<typeof becauseOf>;

/** One currency of one customer: what it owes, its dunning, its promises. */
export function decideAccount(
  account: Account,
  before: AccountState,
  tonight: Tonight,
): AccountDecision {
  const { seen, ladder } = tonight;
  const counting = countingOf(account, tonight.disputes, ladder.policy, tonight.asOfDay);
  const { currency } = account;
  const keyPrefix = `${seen.customer.customerId}|${currency}`;
  const standings = standingsOf(account, counting, tonight);
  const promised = tellPromises(standings, { keyPrefix, currency }, tonight);

  const dunned = withRecovery(
    dunningOf(account, counting, { ...promised, standings }, before, tonight),
    account,
    counting,
    before,
    tonight,
  );
  const why = becauseOf(dunned.because);
  const changes = changesOf(account, before, dunned.state, why, tonight);
  return {
    state: dunned.state,
    night: nightOf(account, counting, before, dunned.state, why, tonight),
    invoices: invoiceNights(account, dunned.state, ladder.policy),
    notices: both(promised.notices, dunned.notices),
    suppressed: [...promised.suppressed, ...dunned.suppressed],
    events: both(promised.events, both(changes, dunned.events)),
    settledPromises: promised.settled,
    promisesToTell: promised.toTell,
  };
}

/** On stale data no promise is called kept or broken. */
function standingsOf(
  account: Account,
  counting: Counting,
  { seen, asOf, circumstances, ladder }: Tonight,
): readonly PromiseStanding[] {
  if (circumstances.holdStages !== undefined || seen.arrangements.length === 0) return [];
  return promisesOf(account, counting, seen, ladder.policy.promises.toleranceDays, asOf);
}

function dunningOf(
  account: Account,
  counting: Counting,
  promises: Promises,
  before: AccountState,
  tonight: Tonight,
): Dunned {
  const { kind, name } = tonight.ladder;
  const silence = { notices: [], suppressed: [], events: [] };
  const { holdStages } = tonight.circumstances;
  const keyPrefix = `${tonight.seen.customer.customerId}|${account.currency}`;
  const isMoved = kind === 'climbs' || (kind === 'never-dunned' && before.inEpisode);
  if (holdStages !== undefined && isMoved)
    return standStill(before, keyPrefix, [{ key: 'stale' }, ...literally(holdStages)]);
  switch (kind) {
    case 'climbs':
      return dunAccount(account, counting, promises, before, tonight);
    case 'never-dunned': {
      const because: Reason = [{ key: 'never-dunned', policy: name }];
      return { ...silence, state: { ...NEW_ACCOUNT, episode: before.episode }, because };
    }
    case 'unknown': {
      const because: Reason = [{ key: 'policy-unknown', policy: name }];
      const key = `${keyPrefix}|policy|${name}`;
      const suppressed = [{ key, ...becauseOf(because), waitsFor: 'policy' as const }];
      return { ...silence, suppressed, state: before, because };
    }
  }
}

function nightOf(
  account: Account,
  { invoices }: Counting,
  before: AccountState,
  state: AccountState,
  { because, reason }: Why,
  { policy, asOfDay }: Tonight,
): AccountNight {
  let open = 0 - account.unapplied;
  let overdue = 0;
  for (const each of account.invoices) {
    open += each.open;
    if (each.daysPastDue > 0) overdue += each.open;
  }
  const since = state.stage === undefined ? undefined : stored(state.enteredOn, state.stage);
  const night: AccountNight = {
    currency: account.currency,
    aging: agingOf(account, policy.aging, asOfDay),
    open,
    overdue,
    unapplied: account.unapplied,
    because,
    reason,
    daysPastDue: invoices.reduce((most, each) => Math.max(most, each.daysPastDue), 0),
  };
  if (before.stage !== undefined) night.from = before.stage;
  if (state.stage !== undefined) night.stage = state.stage;
  if (since !== undefined) night.since = since;
  return night;
}

function invoiceNights(
  { invoices, currency }: Account,
  state: AccountState,
  { scope }: DunningPolicy,
): readonly InvoiceNight[] {
  const stageOf = (id: string): string | undefined =>
    scope === 'invoice' ? stored(state.invoices, id)?.stage : undefined;
  return invoices.map(({ invoice: { invoiceId }, open, daysPastDue }) => ({
    invoiceId,
    currency,
    open,
    daysPastDue,
    stage: stageOf(invoiceId),
  }));
}

function changesOf(
  { currency }: Account,
  before: AccountState,
  state: AccountState,
  { because, reason }: Why,
  { asOf, ladder }: Tonight,
): readonly HistoryEvent[] {
  const event = (kind: string, text: string): HistoryEvent => ({
    on: asOf,
    kind,
    currency,
    text: `${text}: ${because}`,
    reason,
  });
  const events: HistoryEvent[] = [];
  if (state.inEpisode && !before.inEpisode)
    events.push(event('episode-started', `episode ${state.episode} starts`));
  if (state.stage !== before.stage) {
    const [from, to] = [before.stage ?? 'no stage', state.stage ?? 'no stage'];
    const kind = kindOfMove(before.stage, state.stage, ladder.policy);
    const move = event(kind, `from ${from} to ${to}`);
    if (before.stage !== undefined) move.from = before.stage;
    if (state.stage !== undefined) move.stage = state.stage;
    events.push(move);
  }
  if (!state.inEpisode && before.inEpisode)
    events.push(event('episode-ended', `episode ${state.episode} ends`));
  return events;
}

function kindOfMove(
  from: string | undefined,
  to: string | undefined,
  { stages }: DunningPolicy,
): string {
  if (to === undefined) return 'stage-cleared';
  return stageIndex(stages, to) > stageIndex(stages, from) ? 'stage-up' : 'stage-down';
}
