import { dayInZone } from '../ledger/calendar-date.ts';
import type { Policy } from '../policy/policy.ts';
import type { Runs } from './ports.ts';
import { isNight, type Run, type SourceProgress } from './run.ts';

const MS_PER_HOUR = 3_600_000;

/**
 * Why no stage may move tonight: a source failed, is not whole, is older than the policy allows, or
 * has shrunk against its last whole reading on a completed night. A night for another day than
 * today is replay, without an age. A source of spend alone holds nothing: nobody is dunned on it.
 */
export async function holdStagesBecause(
  run: Run,
  sources: readonly SourceProgress[],
  policy: Policy,
  runs: Runs,
): Promise<string | undefined> {
  const before = await lastReadings(run, runs);
  const spendOnly = new Set(run.sources.filter((each) => each.isSpendOnly).map(({ name }) => name));
  return sources
    .filter(({ name }) => !spendOnly.has(name))
    .map(
      (source) =>
        failure(source) ??
        incompleteness(source) ??
        age(source, run, policy) ??
        (run.customerId === undefined
          ? shrinkage(source, before.get(source.name), policy)
          : undefined),
    )
    .find((because) => because !== undefined);
}

/** Each source as it was last read wholly, which need not be on the same night for all of them. */
async function lastReadings(run: Run, runs: Runs): Promise<Map<string, SourceProgress>> {
  const readings = new Map<string, SourceProgress>();
  for (const earlier of await runs.recent(400)) {
    const { id, status } = earlier;
    if (run.sources.every(({ name }) => readings.has(name))) break;
    if (id === run.id || !isNight(earlier) || !status.startsWith('completed')) continue;
    for (const { value } of await runs.loadSources(id))
      if (isWhole(value) && !readings.has(value.name)) readings.set(value.name, value);
  }
  return readings;
}

const isWhole = ({ status, incomplete }: SourceProgress): boolean =>
  status === 'done' && incomplete === undefined;

const failure = ({ name, status, because }: SourceProgress): string | undefined =>
  status === 'failed' ? `source ${name} could not be read: ${because ?? 'unknown'}` : undefined;

/** A payments file cut short makes paid invoices look unpaid. */
const incompleteness = ({ name, incomplete }: SourceProgress): string | undefined =>
  incomplete === undefined ? undefined : `source ${name} is not whole: ${incomplete}`;

/** How old something was when a run started, or is now; nothing is newer, whatever clocks say. */
export const ageHours = (newestAt: string, at: string): number =>
  Math.max(0, (Date.parse(at) - Date.parse(newestAt)) / MS_PER_HOUR);

/** A night for another day than that on which it ran: how old its data are says nothing. */
export const isReplay = ({ asOf, startedAt }: Run, { reseller }: Policy): boolean =>
  asOf !== dayInZone(new Date(startedAt), reseller.timeZone);

function age(source: SourceProgress, run: Run, policy: Policy) {
  const { freshness } = policy;
  if (source.newestAt === undefined || isReplay(run, policy)) return undefined;
  const hours = ageHours(source.newestAt, run.startedAt);
  if (hours <= freshness.maxAgeHours) return undefined;
  return `source ${source.name} is ${Math.ceil(hours)} hours old and ${freshness.maxAgeHours} are allowed`;
}

/**
 * Payments that are gone make invoices look unpaid, as invoices that are gone look paid. A single
 * payment that is gone was taken back.
 */
function shrinkage(source: SourceProgress, before: SourceProgress | undefined, policy: Policy) {
  if (before === undefined || before.location !== source.location) return undefined;
  const gone = (['invoices', 'payments'] as const).find(
    (rows) =>
      before[rows] - source[rows] > (rows === 'payments' ? 1 : 0) &&
      (100 * (before[rows] - source[rows])) / before[rows] > policy.freshness.maxShrinkPercent,
  );
  if (gone === undefined) return undefined;
  return `source ${source.name} has ${source[gone]} ${gone} and had ${before[gone]} when it was last read wholly`;
}
