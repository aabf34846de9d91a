import type { z } from 'zod';
import type { QueueDepth } from '../../run/desk/queue-depth.ts';
import { type ReadNightNeeds, shownNight, sourcesOf } from '../../run/desk/shown-night.ts';
import type { Run } from '../../run/run.ts';
import type { HealthAnswer } from '../shapes/portfolio.ts';
import { sourceAge } from './source-age.ts';

const MS_PER_HOUR = 3_600_000;

export type HealthNeeds = ReadNightNeeds & {
  readonly clock: () => Date;
  readonly nightMissingHours: number;
  readonly queueDepths: () => Promise<QueueDepth[]>;
};

/** Whether the nights go as they should, and if not, why, in the operator's words. */
export async function healthAnswer(needs: HealthNeeds): Promise<z.input<typeof HealthAnswer>> {
  const now = needs.clock();
  const [night, queues] = await Promise.all([shownNight(undefined, needs), needs.queueDepths()]);
  const run = night?.run;
  const sources = run === undefined ? [] : await sourcesOf(run.id, needs.runs);
  const ages = run === undefined ? [] : sources.map((source) => sourceAge(source, run, now));
  const because = [
    ...nightTroubles(run, now, needs.nightMissingHours),
    ...ages.flatMap((age) => (age.isStale ? [`source ${age.name}: ${age.because}`] : [])),
    ...queues.flatMap(({ name, parked }) =>
      parked > 0 ? [`${parked} messages are parked in ${name}-poison: see docs/runbook.md`] : [],
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
