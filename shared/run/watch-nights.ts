import { type CalendarDate, dayInZone } from '../ledger/calendar-date.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { alarm } from './alarm.ts';
import type { WaitingEmails } from './email/dispatch-ports.ts';
import { type WakeDispatchNeeds, wakeDispatch } from './email/wake-dispatch.ts';
import { expireRun } from './expire-run.ts';
import type { Customers, Runs } from './ports.ts';
import { isActive, isNight, type Run, runId } from './run.ts';
import { resume, type StartRunNeeds } from './start-run.ts';

const MS_PER_HOUR = 3_600_000;
/** A large source may take long until its first page is in, and is read twice then. */
const HOURS_TO_BEGIN = 1;

export type WatchNightsNeeds = StartRunNeeds &
  WakeDispatchNeeds & {
    readonly waitingEmails: WaitingEmails;
    readonly customers: Customers;
    readonly runDeadlineHours: number;
    readonly nightMissingHours: number;
  };

/**
 * The dead-man's switch: ends a run that is past its deadline, begins one that never did, has e-mail sent on whose worker
 * never woke, and tells the operator of a night that did not complete and of a source that was too
 * stale to act on.
 */
export async function watchNights(needs: WatchNightsNeeds): Promise<void> {
  const now = needs.clock();
  const recent = await needs.runs.recent(400);
  const hoursAgo = (instant: string): number => (now.getTime() - Date.parse(instant)) / MS_PER_HOUR;

  for (const run of recent.filter(isActive)) {
    const hours = hoursAgo(run.startedAt);
    if (hours > needs.runDeadlineHours) await expireRun(run.id, needs.runDeadlineHours, needs);
    else if (hours > HOURS_TO_BEGIN && !(await hasBegun(run, needs.runs))) await resume(run, needs);
  }

  const next = await needs.waitingEmails.nextAt(now);
  if (next !== undefined) await wakeDispatch(next, needs);

  const latest = recent.find((run) => isNight(run) && run.status.startsWith('completed'));
  if (latest?.holdStages !== undefined) await tellStale(latest, latest.holdStages, needs);
  const youngest = latest?.finishedAt;
  // Before its first night was due, nothing that was just deployed has missed one.
  const expectedSince = youngest ?? (await needs.runs.watchedSince(now)).toISOString();
  if (hoursAgo(expectedSince) > needs.nightMissingHours)
    await tellMissedNight(now, youngest, needs);
}

/** Whoever started it may have failed between the run and its messages, and nobody tries again. */
const hasBegun = async ({ id, status }: Run, runs: Runs): Promise<boolean> =>
  status !== 'pulling' ||
  (await runs.loadSources(id)).some(
    ({ value }) => value.status !== 'pulling' || value.after !== undefined,
  );

async function tellStale(listed: Run, because: string, needs: WatchNightsNeeds): Promise<void> {
  const run = (await needs.runs.load(listed.id))?.value;
  if (run === undefined) return;
  const news = { what: 'stages-held', asOf: run.asOf, because } as const;
  await alarm(run, { key: 'stale', news }, needs);
}

/** A missed night is kept as a failed run of its own, once a day, so that lists show the gap. */
async function tellMissedNight(
  now: Date,
  lastFinishedAt: string | undefined,
  needs: WatchNightsNeeds,
): Promise<void> {
  const { text, where } = await needs.policyText();
  const asOf = dayInZone(now, parsePolicy(text, where).reseller.timeZone);
  const because = `no night has completed in the last ${needs.nightMissingHours} hours`;
  const missed: Run = {
    id: runId(asOf, noOccurrence(asOf)),
    asOf,
    dryRun: false,
    status: 'failed',
    startedAt: now.toISOString(),
    finishedAt: now.toISOString(),
    policyText: text,
    sources: [],
    evaluated: 0,
    failed: 0,
    because,
  };
  await needs.runs.create(missed);
  const news = {
    what: 'night-missing',
    asOf,
    hours: needs.nightMissingHours,
    ...(lastFinishedAt === undefined ? {} : { lastFinishedAt }),
  } as const;
  await alarm(missed, { key: 'missed', news }, needs);
}

/** An instant that no schedule names: those have whole seconds. */
const noOccurrence = (day: CalendarDate): Date => new Date(`${day}T00:00:00.001Z`);
