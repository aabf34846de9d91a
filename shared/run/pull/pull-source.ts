import { SourceError, StaleError, UnavailableError } from '../errors.ts';
import { failSource } from '../fail-source.ts';
import type { PullSource } from '../messages.ts';
import type { Stored } from '../ports.ts';
import { isActive, type Run, type SourceProgress } from '../run.ts';
import { pullCustomer } from './pull-customer.ts';
import { type PullPagesNeeds, pullPages } from './pull-pages.ts';
import type { Source, SourceReading } from './source.ts';
import { afterSource, isItsTurn } from './take-turns.ts';

export type PullSourceNeeds = PullPagesNeeds & { readonly sources: readonly Source[] };

/**
 * Reads a source from where the run got to, checkpoint by checkpoint. Where another worker is
 * found ahead, the rest is left to it, so that a doubled message never doubles the messages.
 */
export async function pullSource(message: PullSource, needs: PullSourceNeeds): Promise<void> {
  const run = (await needs.runs.load(message.runId))?.value;
  if (run === undefined || !isActive(run)) return;

  const all = await needs.runs.loadSources(run.id);
  const progress = all.find(({ value }) => value.name === message.source);
  if (progress?.value.status === 'pulling') {
    const sources = all.map(({ value }) => value);
    if (!isItsTurn(run, message.source, sources)) return;
    if (!(await pull(run, progress, needs))) return;
  }
  await afterSource(run.id, needs);
}

/** True when the source is in, or has failed for good; false when others will see to it. */
async function pull(
  run: Run,
  from: Stored<SourceProgress>,
  needs: PullSourceNeeds,
): Promise<boolean> {
  let reading: SourceReading | undefined;
  try {
    const source = needs.sources.find(({ name }) => name === from.value.name);
    if (source === undefined)
      throw new SourceError(
        `Cannot read the source "${from.value.name}" because it is not configured: set its folder or container`,
      );
    if (source.location !== from.value.location)
      throw new SourceError(
        `Cannot read on in "${source.location}" because the run started with "${from.value.location}": start another run`,
      );
    reading = await source.open();
    return run.customerId === undefined
      ? await pullPages(run, from, reading, needs)
      : await pullCustomer(run, run.customerId, from, reading, needs);
  } catch (error) {
    if (error instanceof StaleError) return false;
    if (error instanceof UnavailableError) await rememberWhy(run, from.value.name, error, needs);
    if (!(error instanceof SourceError)) throw error;
    await failSource(run.id, from.value.name, () => error.message, needs.runs);
    return true;
  } finally {
    reading?.close();
  }
}

/** The last reason known, for the report, should every further try fail as well. */
async function rememberWhy(
  run: Run,
  name: string,
  { message: because }: UnavailableError,
  { runs }: PullSourceNeeds,
): Promise<void> {
  const progress = (await runs.loadSources(run.id)).find(({ value }) => value.name === name);
  if (progress?.value.status !== 'pulling') return;
  await runs
    .saveSource(run.id, progress, { ...progress.value, because })
    .catch((error: unknown) => {
      if (!(error instanceof StaleError)) throw error;
    });
}
