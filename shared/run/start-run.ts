import { z } from 'zod';
import { CalendarDate, dayInZone } from '../ledger/calendar-date.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { cutSlices } from './cut-slices.ts';
import { RunRefusedError } from './errors.ts';
import type { Queues, Runs, Source } from './ports.ts';
import { isActive, type Run, runId } from './run.ts';

/** What an admin may ask for; a timer asks for nothing but its occurrence. */
export const StartRun = z.strictObject({
  asOf: CalendarDate.optional(),
  dryRun: z.boolean().default(false),
});
export type StartRun = z.infer<typeof StartRun>;

export type StartRunNeeds = {
  readonly runs: Runs;
  readonly queues: Queues;
  readonly sources: readonly Source[];
  readonly policyText: () => Promise<{ readonly text: string; readonly where: string }>;
  readonly clock: () => Date;
};

/**
 * Starts a night, or returns the one that is under way. The instant it was due is its key, so a
 * timer that fires twice starts one run; `occurrence` is absent when a person asks.
 */
export async function startRun(
  request: StartRun,
  occurrence: Date | undefined,
  needs: StartRunNeeds,
): Promise<Run> {
  const { text, where } = await needs.policyText();
  const { reseller } = parsePolicy(text, where);
  const startedAt = needs.clock();
  const asOf = request.asOf ?? dayInZone(occurrence ?? startedAt, reseller.timeZone);
  const run: Run = {
    id: runId(asOf, occurrence ?? startedAt),
    asOf,
    dryRun: request.dryRun,
    status: 'pulling',
    startedAt: startedAt.toISOString(),
    policyText: text,
    sources: needs.sources.map(({ name, location, isSpendOnly }) => ({
      name,
      location,
      ...(isSpendOnly === true && { isSpendOnly }),
    })),
    evaluated: 0,
    failed: 0,
  };

  const earlier = await earlierRun(run, needs.runs);
  if (earlier !== undefined && !isActive(earlier)) return earlier;
  if (earlier !== undefined) return resume(earlier, needs);
  if (await needs.runs.create(run)) return resume(run, needs);
  const existing = (await needs.runs.load(run.id))?.value ?? run;
  return isActive(existing) ? resume(existing, needs) : existing;
}

/**
 * The run that stands for this one: under way, or a recorded night that others have followed. A
 * night and a dry run do not touch each other, so neither stands for the other.
 */
async function earlierRun(run: Run, runs: Runs): Promise<Run | undefined> {
  const recent = await runs.recent(400);
  const underWay = recent.find((each) => isActive(each) && each.dryRun === run.dryRun);
  if (underWay !== undefined) return underWay;

  const nights = recent.filter((each) => !each.dryRun && hasDecided(each));
  const latest = nights
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1);
  if (latest === undefined || latest <= run.asOf) return undefined;
  const recorded = nights.find(({ asOf }) => asOf === run.asOf);
  if (recorded !== undefined && !run.dryRun) return recorded;
  throw new RunRefusedError(
    `Cannot run the night of ${run.asOf} because ${latest} has been run and nights only go forward: use npm run simulate to look back, or another --state`,
  );
}

/** A night that failed before it evaluated anybody changed nothing, and can be run still. */
const hasDecided = ({ status, evaluated }: Run): boolean => status !== 'failed' || evaluated > 0;

/** Queues what is left to do. Whatever was queued already is done twice without harm. */
async function resume(run: Run, needs: StartRunNeeds): Promise<Run> {
  for (const { name } of run.sources)
    await needs.queues.pullSource({ runId: run.id, source: name });
  if (run.sources.length === 0) await cutSlices(run.id, needs);
  return run;
}
