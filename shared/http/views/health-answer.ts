import type { z } from 'zod';
import { count } from '../../decisions/count-text.ts';
import type { QueueDepth } from '../../run/desk/queue-depth.ts';
import { type ReadNightNeeds, shownNight, sourcesOf } from '../../run/desk/shown-night.ts';
import type { Runs } from '../../run/ports.ts';
import { isActive, isNight, type Run } from '../../run/run.ts';
import type { HealthAnswer } from '../shapes/portfolio.ts';
import { sourceAge } from './source-age.ts';

const MS_PER_HOUR = 3_600_000;

/** Dry runs and runs of one customer come in between. */
const RUNS_LOOKED_AT = 50;

export type HealthNeeds = ReadNightNeeds & {
  readonly clock: () => Date;
  readonly nightMissingHours: number;
  readonly queueDepths: () => Promise<QueueDepth[]>;
};

/** Whether the nights go as they should, and if not, why, in the operator's words. */
export async function healthAnswer(needs: HealthNeeds): Promise<z.input<typeof HealthAnswer>> {
  const now = needs.clock();
  const [night, latest, queues] = await Promise.all([
    shownNight(undefined, needs),
    latestNight(needs.runs),
    needs.queueDepths(),
  ]);
  const run = night?.run;
  const sources = run === undefined ? [] : await sourcesOf(run.id, needs.runs);
  const ages = run === undefined ? [] : sources.map((source) => sourceAge(source, run, now));
  const because = [
    ...nightTroubles(run, now, needs.nightMissingHours),
    ...failureOf(latest),
    ...ages.flatMap((age) => (age.isStale ? [`source ${age.name}: ${age.because}`] : [])),
    ...queues.flatMap(({ name, parked }) =>
      parked > 0
        ? [`${count(parked, 'parked message')} in ${name}-poison: see docs/runbook.md`]
        : [],
    ),
  ];
  const emails = queues.find(({ name }) => name === 'send-email');
  return {
    status: because.length === 0 ? 'well' : 'troubled',
    because,
    lastNight: run === undefined ? null : lastNight(run),
    sources: ages,
    queues,
    emails: { queued: emails?.waiting ?? 0, failed: emails?.parked ?? 0 },
  };
}

/** The last night that ended, shown or not: one that failed is no night to look at. */
const latestNight = async (runs: Runs): Promise<Run | undefined> =>
  (await runs.recent(RUNS_LOOKED_AT)).find((each) => isNight(each) && !isActive(each));

const failureOf = (latest: Run | undefined): string[] =>
  latest?.status === 'failed'
    ? [`the night of ${latest.asOf} failed: ${latest.because ?? 'unknown'}`]
    : [];

function nightTroubles(run: Run | undefined, now: Date, missingHours: number): string[] {
  if (run === undefined) return ['no night has been run yet'];
  const hours = (now.getTime() - Date.parse(run.finishedAt ?? run.startedAt)) / MS_PER_HOUR;
  return [
    ...(hours > missingHours ? [`no night has completed in the last ${missingHours} hours`] : []),
    ...(run.status === 'completed' ? [] : [`the last night is ${run.status}`]),
    ...(run.holdStages === undefined ? [] : [`no stage moved because ${run.holdStages}`]),
  ];
}

const lastNight = ({ id, asOf, status, finishedAt }: Run) => ({
  runId: id,
  asOf,
  status,
  finishedAt: finishedAt ?? null,
});
