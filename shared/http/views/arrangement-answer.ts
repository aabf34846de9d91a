import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import type { ArrangementEntry, Entry } from '../../ledger/entries.ts';
import type { People } from '../../run/desk/people-port.ts';
import type { Stored } from '../../run/ports.ts';
import { ProblemError } from '../problems.ts';
import { entryView } from './arrangement-view.ts';

export async function foundArrangement(
  customerId: CustomerId,
  id: string,
  people: People,
): Promise<Stored<ArrangementEntry>> {
  return asArrangement(await people.load(customerId, { kind: 'arrangement', id }));
}

/** With its ETag, to change it by. */
export function savedArrangement(saved: Stored<Entry>, today: CalendarDate, isNew: boolean) {
  const status: 200 | 201 = isNew ? 201 : 200;
  return {
    status,
    headers: { etag: saved.etag },
    content: entryView(asArrangement(saved), today),
  };
}

function asArrangement(stored: Stored<Entry> | undefined): Stored<ArrangementEntry> {
  if (stored?.value.kind === 'arrangement') return { value: stored.value, etag: stored.etag };
  throw new ProblemError(404, 'There is no such arrangement that a person recorded');
}
