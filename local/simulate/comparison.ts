import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import { daysBetween } from '../../shared/ledger/calendar-date.ts';
import type { Customer } from '../../shared/ledger/customer.ts';
import { compared, type Difference } from './differences.ts';
import { type Heard, listener } from './heard.ts';
import { inserted } from './inserted.ts';

/** How often two policies said a thing alike, and how often not. */
export type Agreement = {
  a: number;
  b: number;
  same: number;
  otherAudience: number;
  otherDay: number;
  /** Under B less under A, summed over `otherDay`. */
  daysLater: number;
  otherStage: number;
  onlyA: number;
  onlyB: number;
};

export type Comparison = {
  /** Kind to stage. A pair of two stages counts under both. */
  readonly agreements: Map<Heard['kind'], Map<string, Agreement>>;
  customersWritten: { a: number; b: number; either: number };
  differing: number;
  /** The first of them, by customer, then day. */
  readonly shown: { readonly customer: Customer; readonly difference: Difference }[];
};

export type Comparer = {
  readonly comparison: Comparison;
  /** To be called night by night, all nights of one customer together. */
  add(underEach: readonly CustomerDecision[]): void;
  /** To be called after the last night of a customer. */
  end(customer: Customer): void;
};

export const MOST_SHOWN = 2_000;

export const emptyComparison = (): Comparison => ({
  agreements: new Map(),
  customersWritten: { a: 0, b: 0, either: 0 },
  differing: 0,
  shown: [],
});

/** Holds the replays under A and B against each other, customer by customer. */
export function comparer(): Comparer {
  const comparison = emptyComparison();
  let [a, b] = [listener(), listener()];
  return {
    comparison,
    add([underA, underB]) {
      if (underA !== undefined) a.add(underA);
      if (underB !== undefined) b.add(underB);
    },
    end(customer) {
      addCustomer(comparison, customer, a.heard, b.heard);
      [a, b] = [listener(), listener()];
    },
  };
}

function addCustomer(
  comparison: Comparison,
  customer: Customer,
  heardA: readonly Heard[],
  heardB: readonly Heard[],
): void {
  countWritten(comparison, heardA.some(isLetter), heardB.some(isLetter));
  const { same, differences } = compared(heardA, heardB);
  for (const each of heardA) agreementOn(comparison, each).a += 1;
  for (const each of heardB) agreementOn(comparison, each).b += 1;
  for (const each of same) agreementOn(comparison, each).same += 1;
  for (const each of differences) countDifference(comparison, each);
  comparison.differing += differences.length;
  const room = MOST_SHOWN - comparison.shown.length;
  for (const difference of differences.slice(0, Math.max(room, 0)))
    comparison.shown.push({ customer, difference });
}

function countWritten({ customersWritten }: Comparison, isByA: boolean, isByB: boolean): void {
  if (isByA) customersWritten.a += 1;
  if (isByB) customersWritten.b += 1;
  if (isByA || isByB) customersWritten.either += 1;
}

function countDifference(comparison: Comparison, difference: Difference): void {
  switch (difference.kind) {
    case 'only-a':
      agreementOn(comparison, difference.a).onlyA += 1;
      return;
    case 'only-b':
      agreementOn(comparison, difference.b).onlyB += 1;
      return;
    case 'other-audience':
      agreementOn(comparison, difference.a).otherAudience += 1;
      return;
    case 'other-day': {
      const agreement = agreementOn(comparison, difference.a);
      agreement.otherDay += 1;
      agreement.daysLater += daysBetween(difference.a.on, difference.b.on);
      return;
    }
    case 'other-stage':
      agreementOn(comparison, difference.a).otherStage += 1;
      agreementOn(comparison, difference.b).otherStage += 1;
  }
}

export const emptyAgreement = (): Agreement => ({
  a: 0,
  b: 0,
  same: 0,
  otherAudience: 0,
  otherDay: 0,
  daysLater: 0,
  otherStage: 0,
  onlyA: 0,
  onlyB: 0,
});

const agreementOn = ({ agreements }: Comparison, { kind, stage }: Heard): Agreement => {
  const ofKind = inserted(agreements, kind, () => new Map<string, Agreement>());
  return inserted(ofKind, stage, emptyAgreement);
};

const isLetter = ({ tell }: Heard): boolean => tell.includes('customer');
