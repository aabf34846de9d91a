import type { DirectoryEntry } from '../../ledger/directory-entry.ts';
import type { Runs, Stored } from '../ports.ts';
import type { Directory } from '../pull/directory-ports.ts';
import { deskDay } from './desk-day.ts';
import type { Desk } from './desk-port.ts';
import type { People } from './people-port.ts';
import { shownNight } from './shown-night.ts';

export type DirectoryNeeds = {
  readonly directory: Directory;
  readonly people: People;
  readonly desk: Desk;
  readonly runs: Runs;
  readonly clock: () => Date;
};

/** Who the customer is elsewhere, from the next night on, and a line of it in the history. */
export async function enterInDirectory(
  entry: DirectoryEntry,
  stored: Stored<DirectoryEntry> | undefined,
  needs: DirectoryNeeds,
): Promise<Stored<DirectoryEntry>> {
  const saved = await needs.directory.save(stored?.etag, entry);
  const { tenantIds, accountingIds } = entry;
  const text = [
    ...tenantIds.map((id) => `tenant ${id}`),
    ...accountingIds.map((id) => `customer ${id} of the accounts`),
  ].join(', ');
  await note(entry, `known as ${text === '' ? 'itself alone' : text}`, entry.by, needs);
  return saved;
}

export async function removeFromDirectory(
  stored: Stored<DirectoryEntry>,
  by: string,
  needs: DirectoryNeeds,
): Promise<void> {
  await needs.directory.remove(stored);
  await note(stored.value, 'who the customer is elsewhere is left to the sources', by, needs);
}

async function note(
  { customerId }: DirectoryEntry,
  text: string,
  by: string,
  needs: DirectoryNeeds,
): Promise<void> {
  const now = needs.clock();
  const on = deskDay((await shownNight(undefined, needs))?.run, now);
  const event = { on, kind: 'directory-changed', text, by, at: now.toISOString() };
  await needs.people.note(customerId, event, 'directory');
}
