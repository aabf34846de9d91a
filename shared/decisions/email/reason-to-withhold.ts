import { type Account, accountsOf } from '../../evaluation/accounts.ts';
import { countingOf } from '../../evaluation/counting.ts';
import { inForce } from '../../evaluation/in-force.ts';
import { promisesOf } from '../../evaluation/promises.ts';
import { type CalendarDate, dayNumber } from '../../ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn } from '../../ledger/customer-facts.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AccountNight } from '../customer-night.ts';
import type { CustomerState } from '../customer-state.ts';
import { decideCustomer } from '../decide-customer.ts';
import { recoveryPrefix } from '../dunning/tell-recovery.ts';
import { ladderNamed } from '../tonight.ts';

/**
 * Why a letter that was decided on should not go out any more: everything that put the customer
 * on a stage was paid, or a hold or promise came in between; or, of a letter that only gives
 * thanks, the customer is on a stage again. Undefined: it should go out.
 */
export function reasonToWithhold(
  facts: CustomerFacts,
  state: CustomerState,
  policy: Policy,
  today: CalendarDate,
  noticeKeys: readonly string[],
): string | undefined {
  const accounts = (): readonly AccountNight[] =>
    decideCustomer(facts, state, policy, today, { holdStages: undefined }).night.accounts;
  const thanked = thankedIn(noticeKeys, facts, state);
  if (thanked !== undefined)
    return whyNoThanks(accounts().filter(({ currency }) => thanked.includes(currency)));

  const waiting = waitingOn(facts, policy, today, noticeKeys);
  if (waiting !== undefined) return waiting;
  const onStage = accounts().filter(({ from }) => from !== undefined);
  if (onStage.some(({ stage }) => stage !== undefined)) return undefined;
  return onStage[0]?.because ?? 'nothing is on a dunning stage any more';
}

/** The currencies of a letter that only gives thanks; undefined for any other. */
function thankedIn(
  noticeKeys: readonly string[],
  { customer }: CustomerFacts,
  { accounts }: CustomerState,
): readonly string[] | undefined {
  const prefixOf = (currency: string) => recoveryPrefix(`${customer.customerId}|${currency}`);
  const currencies = noticeKeys.map((key) =>
    Object.keys(accounts).find((currency) => key.startsWith(prefixOf(currency))),
  );
  const known = currencies.filter((currency) => currency !== undefined);
  return known.length > 0 && known.length === noticeKeys.length ? known : undefined;
}

function whyNoThanks(accounts: readonly AccountNight[]): string | undefined {
  const back = accounts.find(({ stage }) => stage !== undefined);
  return back && `the customer is at ${back.stage} again`;
}

/** A promise that was kept, or broken, or that is about another account, keeps no letter back. */
function waitingOn(
  facts: CustomerFacts,
  policy: Policy,
  today: CalendarDate,
  noticeKeys: readonly string[],
): string | undefined {
  const seen = factsSeenOn(facts, today);
  if (seen.arrangements.length === 0) return undefined;
  const ladder = ladderNamed(seen.customer.policy, policy).policy;
  const disputes = inForce('dispute', seen.arrangements, today);
  const isMeant = ({ currency }: Account): boolean =>
    noticeKeys.length === 0 ||
    noticeKeys.some((key) => key.startsWith(`${seen.customer.customerId}|${currency}|`));
  const promises = accountsOf(seen, today)
    .filter(isMeant)
    .flatMap((account) => {
      const counting = countingOf(account, disputes, ladder, dayNumber(today));
      return promisesOf(account, counting, seen, ladder.promises.toleranceDays, today);
    })
    .flatMap(({ promise, standing }) => (standing === 'open' ? promise : []));
  const waiting = [...inForce('hold', seen.arrangements, today), ...promises].find(
    ({ invoiceId }) => invoiceId === undefined,
  );
  return waiting && `a ${waiting.kind} from ${waiting.from} is in force`;
}
