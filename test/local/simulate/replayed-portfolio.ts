import { replayPart } from '../../../local/simulate/replay-part.ts';
import type { Replayed } from '../../../local/simulate/replayed.ts';
import { shownNights } from '../../../local/simulate/shown-nights.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { day } from '../../builders.ts';

/** A replay from 20 February 2026 on, for reports to be made of. */
export async function replayedPortfolio(
  customers: readonly CustomerFacts[],
  policies: readonly [Policy, ...Policy[]],
  nights = 40,
): Promise<Replayed> {
  const days = Array.from({ length: nights }, (_, at) => addDays(day('2026-02-20'), at));
  const [first, ...others] = policies;
  const named = [
    { name: 'mild.json', policy: first },
    ...others.map((policy) => ({ name: 'hard.json', policy })),
  ] as const;
  const measure = [...shownNights(days)];
  const job = { days, policies: named, measure, wantsLines: false };
  const simulation = replayPart(customers, job);
  const files = [
    { file: 'customers.csv', rows: 3, accepted: 2, rejected: 1, duplicates: 0, isWhole: true },
  ];
  const rejects = [
    { file: 'customers.csv', line: 4, column: 'currency', value: '<b>', reason: 'expected a code' },
  ];
  return { location: '/data', policies: named, days, files, rejects, simulation, tookMs: 1_234 };
}
