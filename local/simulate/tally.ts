import type { AccountNight, Notice } from '../../shared/decisions/customer-night.ts';
import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { Customer, CustomerId } from '../../shared/ledger/customer.ts';
import type { CurrencyCode } from '../../shared/ledger/money.ts';
import { NEVER_DUNNED, type Policy } from '../../shared/policy/policy.ts';
import { inserted } from './inserted.ts';
import { shownNights } from './shown-nights.ts';

export const NO_STAGE = '(none)';

/** How often something was said, in all and to whom. */
export type Told = { notices: number } & Record<Notice['tell'][number], number>;

/** What a summary needs of all that was replayed; its size does not grow with the customers. */
export type Tally = {
  customers: number;
  letters: number;
  /** Letters that were due and could not leave on their day. */
  lettersHeldBack: number;
  /** Customers whose policy is none of the policy's ladders. */
  withUnknownPolicy: number;
  /** Night to stage to how many accounts stood on it. */
  readonly standing: ReadonlyMap<CalendarDate, Map<string, number>>;
  readonly told: Map<Notice['kind'], Map<string, Told>>;
  /** Amounts of the last night by their names, in minor units. */
  readonly amounts: Map<CurrencyCode, Map<string, number>>;
};

export type Tallier = {
  readonly tally: Tally;
  /** To be called night by night, all nights of one customer together. */
  add(decision: CustomerDecision): void;
};

export function tallier(days: readonly CalendarDate[], { dunning }: Policy): Tallier {
  const tally = emptyTally(days);
  const lastNight = days.at(-1);
  const heldBack = new Set<string>();
  let last: CustomerId | undefined;
  let isUnknown = false;

  function begin({ customerId, policy }: Customer): void {
    last = customerId;
    heldBack.clear();
    tally.customers += 1;
    isUnknown = policy !== NEVER_DUNNED && !Object.hasOwn(dunning, policy);
    if (isUnknown) tally.withUnknownPolicy += 1;
  }

  return {
    tally,
    add({ night, writeLetter }) {
      if (night.customer.customerId !== last) begin(night.customer);
      if (writeLetter) tally.letters += 1;
      for (const { key } of night.suppressed) {
        if (!isUnknown && !heldBack.has(key)) tally.lettersHeldBack += 1;
        heldBack.add(key);
      }
      for (const notice of night.notices) countNotice(tally, notice);
      countAccounts(tally, night.accounts, night.asOf, night.asOf === lastNight);
    },
  };
}

const emptyTally = (days: readonly CalendarDate[]): Tally => ({
  customers: 0,
  letters: 0,
  lettersHeldBack: 0,
  withUnknownPolicy: 0,
  standing: new Map([...shownNights(days)].map((day) => [day, new Map()])),
  told: new Map(),
  amounts: new Map(),
});

function countNotice({ told }: Tally, { kind, stage = '', tell }: Notice): void {
  const ofKind = inserted(told, kind, () => new Map<string, Told>());
  const counts = inserted(ofKind, stage, () => ({
    notices: 0,
    'account-manager': 0,
    customer: 0,
    'credit-controller': 0,
  }));
  counts.notices += 1;
  for (const audience of tell) counts[audience] += 1;
}

function countAccounts(
  { standing, amounts }: Tally,
  accounts: readonly AccountNight[],
  asOf: CalendarDate,
  isLastNight: boolean,
): void {
  const stages = standing.get(asOf);
  for (const { stage = NO_STAGE, currency, aging, unapplied, open } of accounts) {
    if (stages !== undefined) increase(stages, stage, 1);
    if (!isLastNight) continue;
    const sums = inserted(amounts, currency, () => new Map<string, number>());
    for (const name in aging) increase(sums, name, aging[name] ?? 0);
    increase(sums, 'unapplied', unapplied);
    increase(sums, 'open', open);
  }
}

const increase = (counts: Map<string, number>, name: string, by: number): unknown =>
  counts.set(name, (counts.get(name) ?? 0) + by);
