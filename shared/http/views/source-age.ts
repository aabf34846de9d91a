import type { Language } from '../../languages/language.ts';
import { phraseIn } from '../../languages/phrase-in.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';
import { ageHours, isReplay } from '../../run/freshness.ts';
import type { Run, SourceProgress } from '../../run/run.ts';

/**
 * How old the data of a night is by now, one decimal. It is stale where the night could not act on
 * it, or would not if it ran now; a replay acts on data of any age, and has none.
 */
export function sourceAge(source: SourceProgress, run: Run, now: Date) {
  const policy = parsePolicy(run.policyText, 'of the run');
  const { maxAgeHours } = policy.freshness;
  const { newestAt } = source;
  const hours =
    newestAt === undefined || isReplay(run, policy)
      ? undefined
      : ageHours(newestAt, now.toISOString());
  const because = source.because ?? source.incomplete;
  const isOld = hours !== undefined && hours > maxAgeHours;
  return {
    name: source.name,
    status: source.status,
    newestAt: newestAt ?? null,
    ageHours: hours === undefined ? null : Math.round(hours * 10) / 10,
    isStale: because !== undefined || isOld,
    because: because ?? (isOld ? `older than the ${maxAgeHours} hours allowed` : null),
    rejected: source.rejected,
  };
}

export const ageSaidIn = (age: ReturnType<typeof sourceAge>, language: Language) => ({
  ...age,
  said: age.because === null ? null : phraseIn(age.because, language),
});
