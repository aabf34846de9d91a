import type { CustomerNight, Notice } from '../../shared/decisions/customer-night.ts';
import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { Customer, CustomerId } from '../../shared/ledger/customer.ts';
import type { CurrencyCode } from '../../shared/ledger/money.ts';
import { NEVER_DUNNED, type Policy } from '../../shared/policy/policy.ts';
import { addToCourse, type Course, emptyCourse } from './course.ts';
import { addDebtor, type Debtors } from './debtors.ts';
import { inserted } from './inserted.ts';

/** How often something was said, in all and to whom. */
export type Told = { notices: number } & Record<Notice['tell'][number], number>;

/** What a report needs of all that was replayed; its size does not grow with the customers. */
export type Tally = {
  customers: number;
  letters: number;
  /** Letters that were due and could not leave on their day. */
  lettersHeldBack: number;
  /** Customers whose policy is none of the policy's ladders. */
  withUnknownPolicy: number;
  readonly course: Course;
  readonly told: Map<Notice['kind'], Map<string, Told>>;
  /** Amounts of the last night by their names, in minor units. */
  readonly amounts: Map<CurrencyCode, Map<string, number>>;
  /** Of the last night. */
  readonly debtors: Debtors;
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
  let at = -1;

  function begin({ customerId, policy }: Customer): void {
    last = customerId;
    at = -1;
    heldBack.clear();
    tally.customers += 1;
    isUnknown = policy !== NEVER_DUNNED && !Object.hasOwn(dunning, policy);
    if (isUnknown) tally.withUnknownPolicy += 1;
  }

  return {
    tally,
    add(decision) {
      const { night, writeLetter } = decision;
      if (night.customer.customerId !== last) begin(night.customer);
      at += 1;
      addToCourse(tally.course, at, decision);
      if (writeLetter) tally.letters += 1;
      for (const { key, waitsFor } of night.suppressed) {
        if (waitsFor === 'working-day') continue;
        if (!isUnknown && !heldBack.has(key)) tally.lettersHeldBack += 1;
        heldBack.add(key);
      }
      for (const notice of night.notices) countNotice(tally, notice);
      if (night.asOf === lastNight) addLastNight(tally, night);
    },
  };
}

export const emptyTally = (days: readonly CalendarDate[]): Tally => ({
  customers: 0,
  letters: 0,
  lettersHeldBack: 0,
  withUnknownPolicy: 0,
  course: emptyCourse(days),
  told: new Map(),
  amounts: new Map(),
  debtors: new Map(),
});

export const noneTold = (): Told => ({
  notices: 0,
  'account-manager': 0,
  customer: 0,
  'credit-controller': 0,
});

function countNotice({ told }: Tally, { kind, stage = '', tell }: Notice): void {
  const ofKind = inserted(told, kind, () => new Map<string, Told>());
  const counts = inserted(ofKind, stage, noneTold);
  counts.notices += 1;
  for (const audience of tell) counts[audience] += 1;
}

function addLastNight({ amounts, debtors }: Tally, { accounts, customer }: CustomerNight): void {
  for (const account of accounts) {
    const { currency, aging, unapplied, open } = account;
    const sums = inserted(amounts, currency, () => new Map<string, number>());
    for (const name in aging) increase(sums, name, aging[name] ?? 0);
    increase(sums, 'unapplied', unapplied);
    increase(sums, 'open', open);
    addDebtor(debtors, customer, account);
  }
}

export const increase = (counts: Map<string, number>, name: string, by: number): unknown =>
  counts.set(name, (counts.get(name) ?? 0) + by);
