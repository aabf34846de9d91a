import type { Delivered } from '../decisions/circumstances.ts';
import { type CustomerState, NEW_CUSTOMER } from '../decisions/customer-state.ts';
import { letterKeysIn } from '../decisions/dunning/required-letter.ts';
import { withBrought } from '../decisions/with-brought.ts';
import { readingsKept } from '../evaluation/spend/kept-readings.ts';
import { withSpendOf } from '../evaluation/spend/spend-of-readings.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerId } from '../ledger/customer.ts';
import { withEntries } from '../ledger/entries.ts';
import { mergeFacts } from '../ledger/merge-facts.ts';
import type { SourceFacts } from '../ledger/source-facts.ts';
import { PORTAL_SOURCE } from './portal-ports.ts';
import type { LoadedCustomer } from './ports.ts';
import type { Run } from './run.ts';

/** What a source says of a customer under one id, and the day of the run that wrote it. */
export type StoredPart = {
  readonly asOf: CalendarDate;
  readonly source: string;
  readonly id: CustomerId;
  readonly facts: SourceFacts;
};

/** What moved into a customer's partition, or out of it, since its last commit. */
export type Move =
  | { readonly kind: 'brought'; readonly state: CustomerState }
  | { readonly kind: 'left'; readonly part: string };

/** A letter that reached the customer. `key` names where that is stored. */
export type Delivery = {
  readonly key: string;
  readonly on: CalendarDate;
  readonly noticeKeys: readonly string[];
};

/** What the last commit left, and what a night finds besides. */
export type StoredCustomer = Pick<
  LoadedCustomer,
  'customerId' | 'deliveries' | 'entries' | 'last' | 'givenUp' | 'etag'
> & {
  readonly state: CustomerState | undefined;
  readonly parts: readonly StoredPart[];
  readonly moves: readonly (Move & { readonly key: string })[];
};

export const partName = ({ source, id }: Pick<StoredPart, 'source' | 'id'>): string =>
  `${source}|${id}`;

/**
 * A customer as a run's sources see it together. A source that the run has read has written what it
 * says, and removed what it no longer says; one that it could not read is quoted as it last was.
 */
export function loadedCustomer(run: Run, stored: StoredCustomer): LoadedCustomer | undefined {
  const { parts: all, moves, state: own, ...rest } = stored;
  const parts = run.sources.flatMap(({ name }) => all.filter(({ source }) => source === name));
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  const state = stateWith(moves, own ?? NEW_CUSTOMER);
  const readings = readingsKept(state.readings, readingsIn(parts));
  const facts = mergeFacts([first.facts, ...others.map((each) => each.facts)]);
  return {
    ...rest,
    facts: withEntries(
      withSpendOf(facts, readings, run.asOf),
      rest.entries.map(({ value }) => value),
    ),
    factsAsOf: newest(parts, run),
    delivered: deliveredIn(rest.deliveries),
    tenantIds: parts.filter(({ source }) => source === PORTAL_SOURCE).map(({ id }) => id),
    toldBy: [...new Set(parts.map(({ source }) => source))],
    state: { ...state, ...(readings !== undefined && { readings }) },
    settles: moves.map(({ key }) => key),
  };
}

const deliveredIn = (deliveries: readonly Delivery[]): Delivered =>
  Object.fromEntries(
    deliveries.flatMap(({ on, noticeKeys }) => noticeKeys.map((key) => [key, on])),
  );

/** Most nights have none of them; a transaction has room for these. */
const MOST_REMOVED = 50;

/** Deliveries that no later night asks for: of episodes that are over, and of letters of thanks. */
export function deliveriesOver(
  { deliveries }: Pick<StoredCustomer, 'deliveries'>,
  next: CustomerState,
): readonly Delivery[] {
  if (deliveries.length === 0) return [];
  const asked = letterKeysIn(next);
  return deliveries
    .filter(({ noticeKeys }) => !noticeKeys.some((key) => asked.has(key)))
    .slice(0, MOST_REMOVED);
}

const stateWith = (moves: readonly Move[], own: CustomerState): CustomerState =>
  moves.reduce(
    (state, move) =>
      move.kind === 'brought' ? withBrought(state, move.state) : withoutPart(state, move.part),
    own,
  );

function withoutPart(state: CustomerState, part: string): CustomerState {
  const { [part]: _, ...readings } = state.readings ?? {};
  return { ...state, readings };
}

const readingsIn = (parts: readonly StoredPart[]) =>
  parts.flatMap((part) =>
    'readings' in part.facts && part.facts.readings !== undefined
      ? [{ part: partName(part), readings: part.facts.readings }]
      : [],
  );

/** A source that was read says what it says as of the run, however long ago that was written. */
function newest(parts: readonly StoredPart[], run: Run): CalendarDate {
  const isRead = new Set(run.sources.filter((each) => each.isRead).map(({ name }) => name));
  const days = parts.map(({ asOf, source }) => (isRead.has(source) ? [asOf, run.asOf] : [asOf]));
  return days.flat().toSorted().at(-1) ?? run.asOf;
}
