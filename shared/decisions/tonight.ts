import type { Holds } from '../evaluation/holds.ts';
import type { Arrangement } from '../ledger/arrangement.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import { NEVER_DUNNED, type Policy } from '../policy/policy.ts';
import type { DayOff } from '../policy/work-calendar.ts';
import type { Circumstances } from './circumstances.ts';
import type { CustomerState } from './customer-state.ts';
import { stored } from './ladder.ts';
import type { Letters } from './telling.ts';

/** What all accounts of a customer are decided on. */
export type Tonight = {
  readonly seen: CustomerFacts;
  readonly asOf: CalendarDate;
  readonly asOfDay: number;
  readonly policy: Policy;
  readonly ladder: Ladder;
  readonly circumstances: Circumstances;
  readonly holds: Holds;
  readonly disputes: readonly Arrangement[];
  readonly letters: Letters;
  /** Looked up when something is due to be told: it reads a calendar of holidays. */
  readonly dayOff: () => DayOff | undefined;
  readonly settledPromises: CustomerState['settledPromises'];
  readonly promisesToTell: readonly string[];
};

/** The customer's ladder. One that never or not climbs is still counted by the default policy. */
export type Ladder = {
  readonly kind: 'climbs' | 'never-dunned' | 'unknown';
  readonly name: string;
  readonly policy: DunningPolicy;
};

export function ladderNamed(name: string, { dunning }: Policy): Ladder {
  if (name === NEVER_DUNNED) return { kind: 'never-dunned', name, policy: dunning.default };
  const policy = stored<DunningPolicy>(dunning, name);
  return policy === undefined
    ? { kind: 'unknown', name, policy: dunning.default }
    : { kind: 'climbs', name, policy };
}
