import { addParts, noParts } from '../../shared/evaluation/metric-parts.ts';
import { addCounts } from './add-counts.ts';
import { addTally } from './add-tally.ts';
import { type Comparison, emptyAgreement, emptyComparison, MOST_SHOWN } from './comparison.ts';
import { inserted } from './inserted.ts';
import type { MeasuredCourse } from './measured-course.ts';
import type { ReplayJob } from './replay-part.ts';
import { emptyTally, type Tally } from './tally.ts';

/** What a replay came to. That of all customers is the sum of what its parts came to. */
export type Simulation = {
  customers: number;
  /** One for each policy. */
  readonly tallies: readonly Tally[];
  /** Of two policies. */
  readonly comparison: Comparison | undefined;
  readonly measured: MeasuredCourse;
};

export const emptySimulation = ({
  days,
  policies,
  measure,
}: Pick<ReplayJob, 'days' | 'policies' | 'measure'>): Simulation => ({
  customers: 0,
  tallies: policies.map(() => emptyTally(days)),
  comparison: policies.length === 2 ? emptyComparison() : undefined,
  measured: new Map(measure.map((night) => [night, new Map()])),
});

/** Adds what the customers after those so far came to. */
export function addSimulation(total: Simulation, part: Simulation): void {
  total.customers += part.customers;
  for (const [at, tally] of part.tallies.entries()) {
    const sum = total.tallies[at];
    if (sum !== undefined) addTally(sum, tally);
  }
  if (total.comparison !== undefined && part.comparison !== undefined)
    addComparison(total.comparison, part.comparison);
  for (const [night, currencies] of part.measured)
    for (const [currency, parts] of currencies) {
      const sums = total.measured.get(night);
      sums?.set(currency, addParts(inserted(sums, currency, noParts), parts));
    }
}

function addComparison(total: Comparison, part: Comparison): void {
  for (const [kind, stages] of part.agreements)
    for (const [stage, agreement] of stages) {
      const ofKind = inserted(total.agreements, kind, () => new Map());
      addCounts(inserted(ofKind, stage, emptyAgreement), agreement);
    }
  addCounts(total.customersWritten, part.customersWritten);
  total.differing += part.differing;
  total.shown.push(...part.shown.slice(0, MOST_SHOWN - total.shown.length));
}
