import type { Account } from '../../evaluation/accounts.ts';
import type { Counting } from '../../evaluation/counting.ts';
import type { PromiseStanding } from '../../evaluation/promises.ts';
import type { Reason } from '../../languages/reason.ts';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { AccountState, LadderState } from '../customer-state.ts';
import type { Tonight } from '../tonight.ts';
import { whyNoStage } from './because.ts';
import { climbCustomer, climbInvoices } from './climb.ts';
import { footingsOf } from './footings.ts';
import { gatesOf } from './gates.ts';
import { knownLadder, ladderOf, NEW_ACCOUNT, placedOn, stageIndex, stored } from './ladder.ts';
import type { Move } from './move.ts';
import { toldSoFar, wasCustomers } from './scope-change.ts';
import { footingOf, type Rules } from './stage-conditions.ts';
import type { PromisesTold } from './tell-promises.ts';
import { type LetterKeys, type Said, type ToldMove, tellStages } from './tell-stages.ts';
import { type Teller, tellingOf } from './telling.ts';
import { toldLadder } from './told-ladder.ts';
import { whyAccount } from './why-account.ts';

/** Where an account's dunning stands after tonight, why, and what is said of it. */
export type Dunned = Said & { readonly state: AccountState; readonly because: Reason };

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
  const rules = rulesOf(account, tonight);
  if (counting.invoices.length === 0 && !before.inEpisode)
    return nothingToDun(account, counting, before, rules);
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
  const { said, letterKeys } = tellStages(told, teller);
  const own = top
    ? toldLadder(top, told[0]?.telling, letterKeys.get(undefined), teller)
    : placedOn(knownLadder(untold(before), stages), { ...UNRAISED, to }, stages, asOf);
  const invoices = top ? {} : invoiceLadders(before, told, letterKeys, teller);
  const state = isInEpisode
    ? begun({ ...own, episode, inEpisode: true, invoices }, before, asOf)
    : { ...NEW_ACCOUNT, episode };
  const because = whyAccount({ account, counting, before, from, to, lead, footings, gates, rules });
  return { ...said, state, because };
}

/** Who owes nothing that counts, as on the night before, is on no ladder: most are, most nights. */
function nothingToDun(
  account: Account,
  counting: Counting,
  { episode }: AccountState,
  rules: Rules,
): Dunned {
  const because = whyNoStage(account, counting, footingOf([], rules), rules);
  const state = { ...NEW_ACCOUNT, episode };
  return { notices: [], suppressed: [], events: [], state, because };
}

/** With the day on which its episode started; a state of long ago does not have it. */
function begun(account: AccountState, before: AccountState, asOf: CalendarDate): AccountState {
  const startedOn = before.inEpisode ? before.startedOn : asOf;
  if (startedOn !== undefined) account.startedOn = startedOn;
  return account;
}

const UNRAISED = { raised: undefined, raiseDue: undefined };

/** The customer's own ladder tells nothing where each invoice climbs by itself. */
const untold = ({ stage, enteredOn }: AccountState): LadderState =>
  ladderOf({ stage, enteredOn, told: [] });

const rulesOf = (
  { currency }: Account,
  { ladder, seen, asOfDay, holds, circumstances }: Tonight,
): Rules => ({
  policy: ladder.policy,
  currency,
  tags: seen.customer.tags,
  asOfDay,
  holds,
  delivered: circumstances.delivered ?? {},
});

/** The invoice that stands highest, the oldest of equals. */
const leadOf = (moves: readonly Move[]): Move | undefined =>
  moves.reduce<Move | undefined>(
    (lead, move) => (lead === undefined || move.to > lead.to ? move : lead),
    undefined,
  );

/** A raise that has to wait is kept too: of an invoice on no stage yet it is all there is to know. */
const isWorthKeeping = ({ stage, told, raiseDue }: LadderState): boolean =>
  stage !== undefined || told.length > 0 || raiseDue !== undefined;

/** An invoice that no longer counts keeps what was told and written, for the rest of the episode. */
function invoiceLadders(
  before: AccountState,
  moves: readonly ToldMove[],
  letterKeys: LetterKeys,
  teller: Teller,
): Record<string, LadderState> {
  const ladders = new Map<string, LadderState>();
  const stages = teller.rules.policy.stages.map(({ name }) => name);
  const isNew = (id: string): boolean =>
    wasCustomers(before) && stored(before.invoices, id) === undefined;
  for (const [id, { told, lettersWaiting, repeats, letters }] of Object.entries(before.invoices)) {
    const rest = { told, lettersWaiting, repeats, letters };
    if (told.length > 0) ladders.set(id, ladderOf({ stage: undefined, enteredOn: {}, ...rest }));
  }
  for (const { move, telling } of moves) {
    if (move.invoiceId === undefined) continue;
    const told = toldLadder(move, telling, letterKeys.get(move.invoiceId), teller);
    const ladder = isNew(move.invoiceId) ? toldSoFar(told, stages.slice(0, move.to + 1)) : told;
    if (isWorthKeeping(ladder)) ladders.set(move.invoiceId, ladder);
  }
  return Object.fromEntries(ladders);
}
