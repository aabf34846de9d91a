import { z } from 'zod';
import { CalendarDate, dayInZone } from '../ledger/calendar-date.ts';
import { CustomerId } from '../ledger/customer.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { cutSlices } from './cut-slices.ts';
import { RunRefusedError, StaleError } from './errors.ts';
import { decidedAmong, latestDay } from './forward-only.ts';
import type { Queues, Runs } from './ports.ts';
import type { Source } from './pull/source.ts';
import { isActive, isNight, type Run, runId } from './run.ts';

/** Days that are far from any night are typing errors, and leave no room to count on from. */
const NightDay = CalendarDate.refine(
  (day) => day >= '1970-01-01' && day < '2200-01-01',
  'expected a day from 1970 to 2199',
);

/** What an admin may ask for; a timer asks for nothing but its occurrence. */
export const StartRun = z.strictObject({
  asOf: NightDay.optional(),
  dryRun: z.boolean().default(false),
  customerId: CustomerId.optional(),
});
/** `draft` is a policy to try instead of the one that holds: only ever in a dry run. */
export type StartRun = z.infer<typeof StartRun> & {
  readonly requestedBy?: string;
  readonly draft?: string;
};

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
  const run = await newRun(request, occurrence, needs);
  const earlier = await earlierRun(run, needs);
  if (earlier !== undefined && !isActive(earlier)) return earlier;
  if (earlier !== undefined) return resume(earlier, needs);
  const holder = await takePlace(run, needs.runs);
  return create(holder, occurrence ?? new Date(holder.startedAt), needs);
}

/**
 * Of two that start at once one takes the place of its kind, and the other starts that one's run:
 * whoever took it may have been killed before it was created.
 */
async function takePlace(run: Run, runs: Runs): Promise<Run> {
  const place = placeOf(run);
  for (;;) {
    const before = await runs.holder(place);
    const holder =
      before && ((await runs.load(before.value.id))?.value ?? toCome(before.value, run));
    if (holder !== undefined && isActive(holder)) {
      if (isSameKind(holder, run)) return holder;
      if (run.dryRun) throw otherRunUnderWay(holder);
    }
    try {
      await runs.hold(place, before, run);
      return run;
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
    }
  }
}

const placeOf = ({ dryRun, customerId }: Run): string => {
  if (dryRun) return 'dry run';
  return customerId === undefined ? 'night' : `customer ${customerId}`;
};

/** A run is created within moments of taking its place; one that is long gone was forgotten. */
const TO_COME_MS = 3_600_000;

const toCome = (holder: Run, { startedAt }: Run): Run | undefined =>
  Date.parse(startedAt) - Date.parse(holder.startedAt) < TO_COME_MS ? holder : undefined;

/** Another kind of run may have started within the same instant: then this one is the next. */
async function create(run: Run, instant: Date, needs: StartRunNeeds): Promise<Run> {
  if (await needs.runs.create(run)) return resume(run, needs);
  const existing = (await needs.runs.load(run.id))?.value ?? run;
  if (isSameKind(existing, run)) return isActive(existing) ? resume(existing, needs) : existing;
  const next = new Date(instant.getTime() + 1);
  return create({ ...run, id: runId(run.asOf, next) }, next, needs);
}

async function newRun(
  { asOf: asked, dryRun, customerId, requestedBy, draft }: StartRun,
  occurrence: Date | undefined,
  needs: StartRunNeeds,
): Promise<Run> {
  const { text, where } = await needs.policyText();
  const { reseller } = parsePolicy(draft ?? text, draft === undefined ? where : 'draft');
  const startedAt = needs.clock();
  const asOf = asked ?? dayInZone(occurrence ?? startedAt, reseller.timeZone);
  return {
    id: runId(asOf, occurrence ?? startedAt),
    asOf,
    dryRun: dryRun || draft !== undefined,
    ...(customerId !== undefined && { customerId }),
    ...(draft !== undefined && { isPreview: true }),
    ...(requestedBy !== undefined && { requestedBy }),
    status: 'pulling',
    startedAt: startedAt.toISOString(),
    policyText: draft ?? text,
    sources: needs.sources.map(({ name, location, isSpendOnly, listsTenants }) => ({
      name,
      location,
      ...(isSpendOnly === true && { isSpendOnly }),
      ...(listsTenants === true && { listsTenants }),
    })),
    evaluated: 0,
    failed: 0,
  };
}

/** Whether one run that is under way stands for the other: it will decide the same things. */
const isSameKind = (a: Run, b: Run): boolean =>
  a.dryRun === b.dryRun &&
  a.isPreview === b.isPreview &&
  (a.customerId === b.customerId || (a.customerId === undefined && !a.dryRun)) &&
  (a.isPreview !== true || a.policyText === b.policyText);

/**
 * The run that stands for this one: under way, or a recorded night that others have followed. A
 * night and a dry run do not touch each other, so neither stands for the other; two dry runs that
 * are not the same would read each other's facts.
 */
async function earlierRun(run: Run, needs: StartRunNeeds): Promise<Run | undefined> {
  const recent = await needs.runs.recent(400);
  const underWay = recent.filter((each) => isActive(each) && each.dryRun === run.dryRun);
  const same = underWay.find((each) => isSameKind(each, run));
  if (same !== undefined) return same;
  const [other] = underWay;
  if (other !== undefined && run.dryRun) throw otherRunUnderWay(other);
  return recordedNight(run, recent, needs);
}

const otherRunUnderWay = ({ id }: Run): RunRefusedError =>
  new RunRefusedError(
    `Cannot start this run because ${id} is under way: wait until it is over, or cancel it`,
  );

/** Nights only go forward, and so does each customer of them. */
async function recordedNight(
  run: Run,
  recent: readonly Run[],
  needs: StartRunNeeds,
): Promise<Run | undefined> {
  const decided = decidedAmong(recent);
  const latest = latestDay(decided);
  if (!run.dryRun) refuseFuture(run, decided, needs);
  if (latest === undefined || latest <= run.asOf) return undefined;
  const recorded = decided.filter(isNight).find(({ asOf }) => asOf === run.asOf);
  if (recorded !== undefined && isNight(run)) return recorded;
  throw new RunRefusedError(
    `Cannot run the night of ${run.asOf} because ${latest} has been run and nights only go forward: use npm run simulate to look back, or another --state`,
  );
}

/**
 * Every night until then would be held back: a typing error in a year would stop them all. Who
 * replays other days, from the command line or after such nights, may go as far as they like.
 */
function refuseFuture(run: Run, decided: readonly Run[], { clock }: StartRunNeeds): void {
  const { timeZone } = parsePolicy(run.policyText, 'of the run').reseller;
  const latest = latestDay(decided);
  if (run.asOf <= dayInZone(clock(), timeZone)) return;
  if (latest !== undefined && run.asOf <= latest) return;
  const [night] = decided.filter(isNight);
  const isOfToday = night?.asOf === dayInZone(new Date(night?.startedAt ?? 0), timeZone);
  if (run.customerId === undefined && (run.requestedBy === undefined || !isOfToday)) return;
  const what = run.customerId === undefined ? 'a night' : `customer "${run.customerId}"`;
  throw new RunRefusedError(
    `Cannot run ${what} as of ${run.asOf} because that day has not come: ask for a dry run`,
  );
}

/** Queues what is left to do. Whatever was queued already is done twice without harm. */
export async function resume(
  run: Run,
  needs: Pick<StartRunNeeds, 'runs' | 'queues'>,
): Promise<Run> {
  for (const { name } of run.sources)
    await needs.queues.pullSource({ runId: run.id, source: name });
  if (run.sources.length === 0) await cutSlices(run.id, needs);
  return run;
}
