import type { CustomerNight } from '../../decisions/customer-night.ts';
import { ladderNamed } from '../../decisions/tonight.ts';
import { toDecimal } from '../../ledger/money.ts';
import type { Policy } from '../../policy/policy.ts';
import { Highest } from './highest.ts';
import type { Attention, Ending } from './portfolio.ts';
import { shownBecause } from './shown-because.ts';

const SHOWN = 30;
const NAME_CHARACTERS = 200;

/** More than any amount: what is pressing comes before what is large. */
const ABOVE_MONEY = 1e15;

/** What of a night asks for a person, without keeping its customers. */
export type AttentionTally = {
  readonly pressing: Highest<Attention>;
  readonly ending: Highest<Ending>;
  asked: number;
};

export const newAttentionTally = (): AttentionTally => ({
  pressing: new Highest(SHOWN),
  ending: new Highest(SHOWN),
  asked: 0,
});

export function addAttention(tally: AttentionTally, night: CustomerNight, policy: Policy): void {
  const { customerId } = night.customer;
  const who = { customerId, name: night.customer.name.slice(0, NAME_CHARACTERS).toWellFormed() };
  const said = night.notices.filter(asksForSomebody);
  const asking: readonly Asking[] = [...said, ...standingProposals(night, said, policy)];
  for (const each of asking) {
    const { kind, currency, stage, actions, since } = each;
    const overdue = night.accounts.find((account) => account.currency === currency)?.overdue ?? 0;
    tally.asked += 1;
    tally.pressing.add(
      {
        ...who,
        currency,
        kind,
        stage: stage ?? null,
        actions,
        ...(since !== undefined && { since }),
        ...shownBecause(each),
        overdue: toDecimal({ minorUnits: overdue, currency }),
      },
      pressure(each) * ABOVE_MONEY + overdue,
    );
  }
  for (const each of night.endingSoon ?? [])
    tally.ending.add({ ...who, ...each, invoiceId: each.invoiceId ?? null }, -day(each.until));
}

type Notice = CustomerNight['notices'][number];
type Account = CustomerNight['accounts'][number];

/** `since` where nothing new is said of a stage, and what it proposed is not decided yet. */
type Asking = Pick<
  Notice,
  'kind' | 'currency' | 'stage' | 'actions' | 'because' | 'reason' | 'isUrgent'
> &
  Pick<Account, 'since'>;

/** What somebody agreed to wait for: then what a stage proposes has been decided, for now. */
const DECIDED = ['hold', 'promise', 'snooze'] as const;

/** A notice is told once; what it proposed asks every morning until it is decided. */
function standingProposals(
  { accounts, customer, inForce = [] }: CustomerNight,
  said: readonly Notice[],
  policy: Policy,
): Asking[] {
  const ladder = ladderNamed(customer.policy, policy);
  if (ladder.kind !== 'climbs' || DECIDED.some((kind) => inForce.includes(kind))) return [];
  return accounts.flatMap(({ currency, stage, since, because, reason }) => {
    const actions = ladder.policy.stages.find(({ name }) => name === stage)?.actions ?? [];
    const isSaid = said.some((each) => each.currency === currency && each.actions.length > 0);
    return actions.length === 0 || isSaid
      ? []
      : [{ kind: 'dunning' as const, currency, stage, since, because, reason, actions }];
  });
}

/** What the policy tells the credit controller, and what somebody has to decide or ask about. */
const asksForSomebody = ({ kind, tell, actions, isUrgent }: Notice): boolean =>
  kind === 'promise-broken' ||
  actions.length > 0 ||
  isUrgent === true ||
  tell.includes('credit-controller');

/** What was said before comes last, so that it never hides what is new. */
function pressure({ kind, actions, isUrgent, since }: Asking): number {
  if (since !== undefined) return -1;
  if (isUrgent === true) return 3;
  if (actions.length > 0) return 2;
  return kind === 'promise-broken' ? 1 : 0;
}

const day = (date: string): number => Date.parse(date);
