import type { Runs } from './ports.ts';
import type { RunId, SourceProgress } from './run.ts';
import { untilFresh } from './until-fresh.ts';

/** A source that is not in has failed, whoever saves its progress meanwhile; one that is in stays. */
export const failSource = (
  runId: RunId,
  name: string,
  because: (progress: SourceProgress) => string,
  runs: Runs,
): Promise<void> =>
  untilFresh(async () => {
    const stored = (await runs.loadSources(runId)).find(({ value }) => value.name === name);
    if (stored?.value.status !== 'pulling') return;
    const next = { ...stored.value, status: 'failed', because: because(stored.value) } as const;
    await runs.saveSource(runId, stored, next);
  });
