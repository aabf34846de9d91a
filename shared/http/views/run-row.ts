import type { z } from 'zod';
import type { Language } from '../../languages/language.ts';
import { phraseIn } from '../../languages/phrase-in.ts';
import { type SourceRow, sourceRow } from '../../run/report/source-row.ts';
import type { Run, SourceProgress } from '../../run/run.ts';
import type { RunRow, RunWithProgress, SaidOfRun } from '../shapes/runs.ts';

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

export const saidOfRun = (
  { because, holdStages }: Run,
  language: Language,
): z.input<typeof SaidOfRun> => ({
  because: because === undefined ? null : phraseIn(because, language),
  holdStages: holdStages === undefined ? null : phraseIn(holdStages, language),
});

export const runWithProgress = (
  run: Run,
  sources: readonly SourceProgress[],
  language: Language,
): z.input<typeof RunWithProgress> => ({
  ...runRow(run),
  said: saidOfRun(run, language),
  progress: {
    customers: run.customers ?? null,
    evaluated: run.evaluated,
    failed: run.failed,
    sources: sources.map((source) => sourceSaid(sourceRow(source, run), language)),
  },
});

function sourceSaid(source: SourceRow, language: Language) {
  const { because, incomplete, findings } = source;
  const said = [because, incomplete, ...findings].filter((text) => text !== null);
  return { ...source, said: said.map((text) => phraseIn(text, language)) };
}
