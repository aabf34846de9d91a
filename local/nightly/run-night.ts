import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { Live } from '../../shared/live.ts';
import { forgetNights } from '../../shared/run/forget-nights.ts';
import type { Run } from '../../shared/run/run.ts';
import { isActive } from '../../shared/run/run.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { sendRest } from './send-rest.ts';
import { type Seen, watchRun } from './watch-run.ts';

export type Night = { readonly asOf: CalendarDate; readonly dryRun: boolean };

export type FollowNight = {
  readonly onSeen: (seen: Seen | { readonly step: 'send' }) => void;
  readonly signal: AbortSignal;
};

/** How a night ended: done now, or recorded long ago, with later nights after it. */
export type NightEnd = { readonly run: Run; readonly recorded: boolean };

/**
 * Runs one night to its end, its e-mails included. What an earlier process left half done (a run,
 * e-mails not sent) is finished first.
 */
export async function runNight(
  night: Night,
  needs: Live,
  { onSeen, signal }: FollowNight,
): Promise<NightEnd> {
  await needs.prepare();
  const [before] = await needs.runs.recent(1);
  if (before !== undefined && !isActive(before) && !before.dryRun)
    await sendRest(before, { again: true, signal }, needs);

  for (;;) {
    const started = await startRun(night, undefined, needs);
    const recorded = !isActive(started);
    const run = await watchRun(started.id, needs.runs, onSeen, signal);
    onSeen({ step: 'send' });
    if (!run.dryRun) await sendRest(run, { again: false, signal }, needs);
    await forgetNights(needs);
    if (run.asOf === night.asOf && run.dryRun === night.dryRun) return { run, recorded };
  }
}
