import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { Runs } from '../ports.ts';
import type { Run, RunId, SourceProgress } from '../run.ts';
import type { Desk, DeskNight } from './desk-port.ts';

export type ShownNight = DeskNight & { readonly run: Run };

export type ReadNightNeeds = { readonly runs: Runs; readonly desk: Desk };

/** A night as the desk shows it: of a day, or the last one. Three round trips. */
export async function shownNight(
  asOf: CalendarDate | undefined,
  { desk, runs }: ReadNightNeeds,
): Promise<ShownNight | undefined> {
  const id = await desk.nightOn(asOf);
  if (id === undefined) return undefined;
  const [night, run] = await Promise.all([desk.night(id), runs.load(id)]);
  return night === undefined || run === undefined ? undefined : { ...night, run: run.value };
}

export const sourcesOf = async (id: RunId, runs: Runs): Promise<readonly SourceProgress[]> =>
  (await runs.loadSources(id)).map(({ value }) => value);
