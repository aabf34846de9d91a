import type { z } from 'zod';
import { sourceRow } from '../../run/report/source-row.ts';
import type { Run, SourceProgress } from '../../run/run.ts';
import type { RunRow, RunWithProgress } from '../shapes/runs.ts';

/** A run as people see it: without the policy it followed, and where its sources lie. */
export const runRow = (run: Run): z.input<typeof RunRow> => ({
  id: run.id,
  asOf: run.asOf,
  status: run.status,
  dryRun: run.dryRun,
  customerId: run.customerId ?? null,
  isPreview: run.isPreview === true,
  requestedBy: run.requestedBy ?? null,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt ?? null,
  because: run.because ?? null,
  holdStages: run.holdStages ?? null,
  customers: run.customers ?? null,
  evaluated: run.evaluated,
  failed: run.failed,
  totals: run.totals ?? null,
});

export const runWithProgress = (
  run: Run,
  sources: readonly SourceProgress[],
): z.input<typeof RunWithProgress> => ({
  ...runRow(run),
  progress: {
    customers: run.customers ?? null,
    evaluated: run.evaluated,
    failed: run.failed,
    sources: sources.map((source) => sourceRow(source, run)),
  },
});
