import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { Reject } from '../../shared/run/run.ts';
import type { FileCounts } from '../../shared/sources/staging/file-counts.ts';
import type { NamedPolicy } from './named-policy.ts';
import type { Simulation } from './simulation.ts';

/** What is known of a replay once it is over. */
export type Replayed = {
  readonly location: string;
  readonly policies: readonly [NamedPolicy, ...NamedPolicy[]];
  readonly days: readonly CalendarDate[];
  readonly files: readonly FileCounts[];
  /** The first few of the rejected rows. */
  readonly rejects: readonly Reject[];
  readonly simulation: Simulation;
  readonly tookMs: number;
};
