import { z } from 'zod';
import type { Language } from '../../languages/language.ts';
import { phraseIn } from '../../languages/phrase-in.ts';
import type { Runs } from '../../run/ports.ts';
import { RunId } from '../../run/run.ts';
import type { RejectList, RunList } from '../shapes/runs.ts';
import { placeIn, tokenOf } from '../token.ts';
import { runRow } from './run-row.ts';

const RUNS_SHOWN = 50;
const REJECTS_SHOWN = 500;

const LastRun = z.object({ id: RunId, startedAt: z.iso.datetime() });

export async function runList(
  after: string | undefined,
  runs: Runs,
): Promise<z.input<typeof RunList>> {
  const from = after === undefined ? undefined : placeIn(LastRun, after);
  const shown = await runs.recent(RUNS_SHOWN, from);
  const last = shown.at(-1);
  const isMore = shown.length === RUNS_SHOWN && last !== undefined;
  return {
    runs: shown.map(runRow),
    ...(isMore && { next: tokenOf({ id: last.id, startedAt: last.startedAt }) }),
  };
}

export async function rejectList(
  id: RunId,
  after: string | undefined,
  language: Language,
  runs: Runs,
): Promise<z.input<typeof RejectList>> {
  const passed = after === undefined ? 0 : placeIn(z.int().nonnegative(), after);
  const rejects = [];
  let at = 0;
  for await (const reject of runs.rejects(id)) {
    at += 1;
    if (at <= passed) continue;
    if (rejects.length === REJECTS_SHOWN) return { rejects, next: tokenOf(passed + REJECTS_SHOWN) };
    const { because, language: spoken } = phraseIn(reject.reason, language);
    rejects.push({ ...reject, reason: because, language: spoken });
  }
  return { rejects };
}
