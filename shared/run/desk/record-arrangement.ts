import { arrangementText } from '../../decisions/arrangement-events.ts';
import type { HistoryEvent } from '../../decisions/customer-night.ts';
import type { Arrangement } from '../../ledger/arrangement.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import { type ArrangementEntry, type Entry, ended } from '../../ledger/entries.ts';
import { RunRefusedError } from '../errors.ts';
import type { Stored } from '../ports.ts';
import type { CustomerAtDesk } from './load-customer.ts';
import type { People } from './people-port.ts';

/** Nobody agrees on so much with one customer; every night reads all of it. */
const MOST_ENTRIES = 300;

export type Actor = { readonly by: string; readonly at: Date };

/** Records it anew, or in place of what was stored. It counts from the next night on. */
export async function recordArrangement(
  { loaded, today }: CustomerAtDesk,
  id: string,
  arrangement: Arrangement,
  stored: Stored<Entry> | undefined,
  { by, at }: Actor,
  people: People,
): Promise<Stored<Entry>> {
  refuseSenseless(arrangement, loaded.facts);
  if (stored === undefined && loaded.entries.length >= MOST_ENTRIES)
    throw new RunRefusedError(
      `Cannot record more than ${MOST_ENTRIES} arrangements and budgets of one customer: change one that is there`,
    );
  const entry: ArrangementEntry = {
    kind: 'arrangement',
    id,
    arrangement: { ...arrangement, by },
    recordedBy: by,
    recordedAt: at.toISOString(),
    recordedOn: today,
  };
  const event: HistoryEvent = {
    on: today,
    kind: `${arrangement.kind}-${stored === undefined ? 'recorded' : 'changed'}`,
    currency: arrangement.currency,
    text: arrangementText(arrangement),
    by,
    at: at.toISOString(),
  };
  return people.save(loaded.customerId, stored?.etag, entry, event);
}

/** From today on it no longer holds; what it did before stands, and so does the record of it. */
export async function endArrangement(
  { loaded, today }: CustomerAtDesk,
  { value: entry, etag }: Stored<ArrangementEntry>,
  reason: string | undefined,
  { by, at }: Actor,
  people: People,
): Promise<Stored<Entry>> {
  if (entry.endedBy !== undefined) return { value: entry, etag };
  const instant = at.toISOString();
  const about = `${arrangementText(entry.arrangement)} was ended`;
  return people.save(loaded.customerId, etag, ended(entry, today, { by, at: instant }), {
    on: today,
    kind: `${entry.arrangement.kind}-closed`,
    currency: entry.arrangement.currency,
    text: reason === undefined ? about : `${about} because ${reason}`,
    by,
    at: instant,
  });
}

function refuseSenseless(
  { kind, invoiceId, from, until, minorUnits }: Arrangement,
  { invoices }: CustomerFacts,
): void {
  const because = [
    (kind === 'promise' || kind === 'snooze') && until === undefined
      ? `a ${kind} needs the day until which it waits`
      : undefined,
    until !== undefined && (kind === 'promise' ? until < from : until <= from)
      ? 'it would be over before it begins'
      : undefined,
    minorUnits !== undefined && minorUnits <= 0 ? 'its amount is not above zero' : undefined,
    minorUnits !== undefined && (kind === 'hold' || kind === 'snooze' || kind === 'fraud-case')
      ? `a ${kind} has no amount`
      : undefined,
    invoiceId !== undefined && (kind === 'snooze' || kind === 'fraud-case')
      ? `a ${kind} is about the whole customer`
      : undefined,
    invoiceId !== undefined && !invoices.some((each) => each.invoiceId === invoiceId)
      ? 'the customer has no such invoice'
      : undefined,
  ].find((each) => each !== undefined);
  if (because === undefined) return;
  throw new RunRefusedError(
    `Cannot record the ${kind} because ${because}: change it and try again`,
  );
}
