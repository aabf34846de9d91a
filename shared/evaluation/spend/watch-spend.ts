import { z } from 'zod';
import { addDays, CalendarDate, daysBetween } from '../../ledger/calendar-date.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import { type Driver, driversOn } from './anomaly-drivers.ts';
import { type Anomaly, anomalyOn, type Judge } from './anomaly-on.ts';
import type { AnomalyOptions } from './anomaly-options.ts';
import { ANOMALY_SHAPES, anomalyShape, isMoreUrgent } from './anomaly-shape.ts';
import { type DailySeries, lastCompleteDay } from './daily-series.ts';

/** Anomalous days without `quietDays` between them; sizes are minor units above the usual. */
export const AnomalyEpisode = z.object({
  startedOn: CalendarDate,
  lastOn: CalendarDate,
  /** Anomalous days on end, up to `lastOn`. */
  daysInARow: z.int().positive(),
  excess: z.int(),
  /** The largest day's excess that was told. */
  toldExcess: z.int(),
  shape: z.enum(ANOMALY_SHAPES),
});
export type AnomalyEpisode = z.infer<typeof AnomalyEpisode>;

/** What is remembered per customer and currency. Each complete day is judged once. */
export const SpendWatch = z.object({
  judgedThrough: CalendarDate,
  episode: AnomalyEpisode.optional(),
});
export type SpendWatch = z.infer<typeof SpendWatch>;

export type SpendFinding =
  | {
      readonly kind: 'anomaly';
      /** Why it is told: once per episode, and again only when it got worse. */
      readonly because: 'started' | 'grew' | 'looks-worse';
      readonly anomaly: Anomaly;
      readonly episode: AnomalyEpisode;
      readonly drivers: readonly Driver[];
    }
  | { readonly kind: 'missing-day'; readonly on: CalendarDate; readonly because: string };

/** Nights that were missed are caught up with, but not for longer than this. */
export const MOST_DAYS_CAUGHT_UP = 14;

/**
 * Judges the complete days that were not judged yet, and follows episodes through them. Without new
 * days nothing is found, so a night run twice, or stale data, finds nothing anew.
 */
export function watchSpend(
  spend: readonly DailySpend[],
  series: DailySeries,
  before: SpendWatch | undefined,
  options: AnomalyOptions,
  judge: Judge = (on) => anomalyOn(series, on, options),
): { readonly watch: SpendWatch; readonly findings: readonly SpendFinding[] } {
  const last = lastCompleteDay(series);
  const findings: SpendFinding[] = [];
  let episode = before?.episode;
  for (const on of daysToJudge(before, last)) {
    const verdict = judge(on);
    if (verdict.kind === 'unknown' && verdict.what === 'day-missing')
      findings.push({ kind: 'missing-day', on, because: verdict.because });
    if (verdict.kind !== 'anomaly') continue;
    const drivers = driversOn(spend, series.currency, on);
    const next = nextEpisode(episode, verdict, drivers, options);
    episode = next.episode;
    if (next.because !== undefined)
      findings.push({ kind: 'anomaly', because: next.because, anomaly: verdict, episode, drivers });
  }
  const judgedThrough =
    before !== undefined && before.judgedThrough > last ? before.judgedThrough : last;
  return { watch: { judgedThrough, ...(episode && { episode }) }, findings };
}

function daysToJudge(before: SpendWatch | undefined, last: CalendarDate): readonly CalendarDate[] {
  const behind = before === undefined ? 1 : daysBetween(before.judgedThrough, last);
  const days = Math.max(0, Math.min(behind, MOST_DAYS_CAUGHT_UP));
  if (days === 1) return [last];
  return Array.from({ length: days }, (_, at) => addDays(last, at + 1 - days));
}

type NextEpisode = {
  readonly episode: AnomalyEpisode;
  readonly because: 'started' | 'grew' | 'looks-worse' | undefined;
};

function nextEpisode(
  before: AnomalyEpisode | undefined,
  anomaly: Anomaly,
  drivers: readonly Driver[],
  options: AnomalyOptions,
): NextEpisode {
  const { on, excess } = anomaly;
  const gap = before === undefined ? undefined : daysBetween(before.lastOn, on);
  if (before === undefined || gap === undefined || gap > options.quietDays) {
    const shape = anomalyShape(anomaly, drivers, 1, options);
    const episode = { startedOn: on, lastOn: on, daysInARow: 1, excess, toldExcess: excess, shape };
    return { episode, because: 'started' };
  }

  const daysInARow = gap === 1 ? before.daysInARow + 1 : 1;
  const shape = anomalyShape(anomaly, drivers, daysInARow, options);
  const because = worse(before, excess, isMoreUrgent(shape, before.shape), options);
  const toldExcess =
    because === undefined ? before.toldExcess : Math.max(before.toldExcess, excess);
  const episode = {
    startedOn: before.startedOn,
    lastOn: on,
    daysInARow,
    excess: before.excess + excess,
    toldExcess,
    shape: isMoreUrgent(shape, before.shape) ? shape : before.shape,
  };
  return { episode, because };
}

function worse(
  { toldExcess }: AnomalyEpisode,
  excess: number,
  looksWorse: boolean,
  { grownTimes }: AnomalyOptions,
): NextEpisode['because'] {
  if (looksWorse) return 'looks-worse';
  return excess >= grownTimes * toldExcess ? 'grew' : undefined;
}
