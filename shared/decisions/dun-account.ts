import type { Account } from '../evaluation/accounts.ts';
import type { Counting } from '../evaluation/counting.ts';
import type { PromiseStanding } from '../evaluation/promises.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import { whyNoStage } from './because.ts';
import { climbCustomer, climbInvoices } from './climb.ts';
import type { AccountState, LadderState } from './customer-state.ts';
import { type Footings, footingsOf } from './footings.ts';
import { type Gates, gatesOf } from './gates.ts';
import { knownLadder, ladderOf, NEW_ACCOUNT, placedOn, stageIndex } from './ladder.ts';
import type { Move } from './move.ts';
import type { Rules } from './stage-conditions.ts';
import type { PromisesTold } from './tell-promises.ts';
import { type Said, type ToldMove, tellStages } from './tell-stages.ts';
import { type Teller, tellingOf } from './telling.ts';
import { toldLadder } from './told-ladder.ts';
import type { Tonight } from './tonight.ts';
import { whyMoved } from './why-moved.ts';

/** Where an account's dunning stands after tonight, why, and what is said of it. */
export type Dunned = Said & { readonly state: AccountState; readonly because: string };

/** How the promises about an account stand, and which of them broke tonight. */
export type Promises = Pick<PromisesTold, 'broken'> & {
  readonly standings: readonly PromiseStanding[];
};

/** Climbs the ladder of the policy, then tells what was reached. */
export function dunAccount(
  account: Account,
  counting: Counting,
  promises: Promises,
  before: AccountState,
  tonight: Tonight,
): Dunned {
  const { asOf, ladder, seen } = tonight;
  const rules: Rules = {
    policy: ladder.policy,
    currency: account.currency,
    tags: seen.customer.tags,
    asOfDay: tonight.asOfDay,
    holds: tonight.holds,
  };
  const gates = gatesOf(tonight.holds, promises.standings);
  const broken = ladder.policy.promises.whenBroken === 'raise-stage' ? promises.broken : [];
  const climb = { gates, rules, asOf };
  const footings = footingsOf(counting, gates, rules);
  const top =
    ladder.policy.scope === 'customer' ? climbCustomer(before, footings, broken, climb) : undefined;
  const moves =
    top === undefined ? climbInvoices(before, counting.invoices, footings, broken, climb) : [top];

  const lead = top ?? leadOf(moves);
  const { stages } = ladder.policy;
  const from = stageIndex(stages, before.stage);
  const to = gates.isFrozen && counting.invoices.length > 0 ? from : (lead?.to ?? -1);
  const isInEpisode = to >= 0 || counting.invoices.some(({ daysPastDue }) => daysPastDue > 0);
  const episode = before.episode + (isInEpisode && !before.inEpisode ? 1 : 0);
  const keyPrefix = `${seen.customer.customerId}|${account.currency}`;
  const { letters, dayOff } = tonight;
  const teller: Teller = { keyPrefix, episode, asOf, letters, dayOff, gates, rules };

  const told = moves.map((move) => ({ move, telling: tellingOf(move, teller) }));
  const own = top
    ? toldLadder(top, told[0]?.telling, teller)
    : placedOn(knownLadder(before, stages), stages, to, asOf);
  const invoices = top ? {} : invoiceLadders(before, told, teller);
  const state = isInEpisode
    ? { ...own, episode, inEpisode: true, ...startOf(before, asOf), invoices }
    : { ...NEW_ACCOUNT, episode };
  const because = why({ account, counting, before, from, to, lead, footings, gates, rules });
  return { ...tellStages(told, teller), state, because };
}

const startOf = ({ inEpisode, startedOn }: AccountState, asOf: CalendarDate) =>
  inEpisode ? { ...(startedOn === undefined ? {} : { startedOn }) } : { startedOn: asOf };

/** The invoice that stands highest, the oldest of equals. */
const leadOf = (moves: readonly Move[]): Move | undefined =>
  moves.reduce<Move | undefined>(
    (lead, move) => (lead === undefined || move.to > lead.to ? move : lead),
    undefined,
  );

/** An invoice that no longer counts keeps only what was told, for the rest of the episode. */
function invoiceLadders(
  before: AccountState,
  moves: readonly ToldMove[],
  teller: Teller,
): Record<string, LadderState> {
  const ladders = new Map<string, LadderState>();
  for (const [id, { told, repeats }] of Object.entries(before.invoices))
    if (told.length > 0)
      ladders.set(id, ladderOf({ stage: undefined, enteredOn: {}, told, repeats }));
  for (const { move, telling } of moves) {
    if (move.invoiceId === undefined) continue;
    const ladder = toldLadder(move, telling, teller);
    if (ladder.stage !== undefined || ladder.told.length > 0) ladders.set(move.invoiceId, ladder);
  }
  return Object.fromEntries(ladders);
}

type Reasons = {
  readonly account: Account;
  readonly counting: Counting;
  readonly before: AccountState;
  readonly from: number;
  readonly to: number;
  readonly lead: Move | undefined;
  readonly footings: Footings;
  readonly gates: Gates;
  readonly rules: Rules;
};

/** The gate that kept a stage from moving, else what the facts say of where it stands. */
function why(reasons: Reasons): string {
  const { before, from, to, lead, footings, gates } = reasons;
  const wanted = lead?.wanted ?? -1;
  if (to === from) {
    const matters = to >= 0 || wanted > to || footings.all.overdueInvoices > 0;
    if (gates.closed !== undefined && matters) return gates.closed;
    const pause = wanted > to ? pauseOf(reasons) : undefined;
    if (pause !== undefined) return pause;
  }
  const standing = whyHere(reasons);
  if (to < from) return `no longer at ${before.stage}: ${standing}`;
  const isForgotten = before.stage !== undefined && from < 0 && to < 0;
  return isForgotten ? `no stage of the policy is named ${before.stage}: ${standing}` : standing;
}

const pauseOf = ({ counting, gates }: Reasons): string | undefined => {
  const paused = counting.invoices.find(({ invoiceId }) => gates.paused.has(invoiceId));
  return paused && gates.paused.get(paused.invoiceId);
};

function whyHere({ account, counting, to, lead, footings, rules }: Reasons): string {
  return to >= 0 && lead !== undefined
    ? whyMoved(lead, rules)
    : whyNoStage(account, counting, footings.all, rules);
}
