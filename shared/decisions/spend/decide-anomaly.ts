import { type Driver, driversOn } from '../../evaluation/spend/anomaly-drivers.ts';
import { type Judge, judgeOf } from '../../evaluation/spend/anomaly-on.ts';
import { type DailySeries, lastCompleteDay } from '../../evaluation/spend/daily-series.ts';
import {
  type AnomalyEpisode,
  type SpendFinding,
  type SpendWatch,
  watchSpend,
} from '../../evaluation/spend/watch-spend.ts';
import type { PartOf, Reason } from '../../languages/reason.ts';
import { addDays, type CalendarDate, daysBetween } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { becauseOf } from '../because-of.ts';
import type { Notice } from '../customer-night.ts';
import { stored } from '../dunning/ladder.ts';
import { literalLine } from '../email/literal-line.ts';
import { moneyText } from '../money-text.ts';
import type { AnomalyNight } from './spend-night.ts';
import { spendNotice } from './spend-notice.ts';
import type { SpendTonight } from './spend-tonight.ts';

/** How far back the first night looks, for the day on which a spike that is there began. */
const FIRST_NIGHT_DAYS = 14;
/** Once a spike has lasted half a week it is the new usual, so it may go on though no day is odd. */
const RECENT_DAYS = 3;

export type AnomalyDecision = {
  readonly watch: SpendWatch;
  readonly told: readonly string[];
  readonly nights: readonly AnomalyNight[];
  readonly notices: readonly Notice[];
};

/**
 * An episode is told once, and once more only if it comes to look like mining. Days that cannot be
 * judged are said, and neither start nor end anything. What is too small to tell is reported only,
 * and so is a spike that was over days before the first night.
 */
export function decideAnomaly(
  series: DailySeries,
  before: SpendWatch | undefined,
  toldBefore: readonly string[],
  tonight: SpendTonight,
): AnomalyDecision {
  const options = tonight.policy.anomalies;
  const last = lastCompleteDay(series);
  const since = before ?? { judgedThrough: addDays(last, -FIRST_NIGHT_DAYS) };
  const judge = judgeOf(series, options);
  const { watch, findings } = watchSpend(tonight.seen.spend, series, since, options, judge);
  const isNow = before !== undefined || isRecent(watch, last);
  const spikes = isNow ? findings.filter((each) => each.kind === 'anomaly') : [];
  const [told, news] = newsOf(spikes, toldBefore, tellFrom(series.currency, tonight));
  const open = openEpisode(watch, series, judge, tonight);
  const unknown = unknownDay(series, judge, tonight);
  return {
    watch,
    told,
    nights: [...(open ? [open] : []), ...(unknown ? [unknown] : [])],
    notices: news.map((each) => anomalyNotice(each, series.currency, tonight)),
  };
}

type AnomalyFinding = Extract<SpendFinding, { kind: 'anomaly' }>;

const isRecent = ({ episode }: SpendWatch, last: CalendarDate): boolean =>
  episode !== undefined && daysBetween(episode.lastOn, last) <= RECENT_DAYS;

/**
 * What was told of the latest episode, tonight included, and what of it is told tonight: of several
 * days of one episode, after nights that were missed, the last that is worth it.
 */
function newsOf(
  spikes: readonly AnomalyFinding[],
  toldBefore: readonly string[],
  tellFrom: number,
): readonly [told: readonly string[], news: readonly AnomalyFinding[]] {
  let told = toldBefore;
  const news = new Map<CalendarDate, AnomalyFinding>();
  for (const each of spikes) {
    const { startedOn, shape } = each.episode;
    told = told.filter((key) => key.startsWith(startedOn));
    const isSaid = told.includes(`${startedOn}|${shape}`);
    const isWorth = told.length === 0 || shape === 'crypto-mining-like';
    if (isSaid || !isWorth || each.anomaly.excess < tellFrom) continue;
    told = [...told, `${startedOn}|${shape}`];
    news.set(startedOn, each);
  }
  return [told, [...news.values()]];
}

const tellFrom = (currency: CurrencyCode, { policy }: SpendTonight): number =>
  stored(policy.anomalies.tellFrom, currency) ?? policy.anomalies.tellFromMinorUnits;

function openEpisode(
  { episode }: SpendWatch,
  series: DailySeries,
  judge: Judge,
  { seen, policy }: SpendTonight,
): AnomalyNight | undefined {
  if (episode === undefined) return undefined;
  const { startedOn, lastOn, excess, shape } = episode;
  if (daysBetween(lastOn, lastCompleteDay(series)) > policy.anomalies.quietDays) return undefined;
  const verdict = judge(lastOn);
  if (verdict.kind === 'unknown') return undefined;

  const { currency } = series;
  const { amount, usual } = verdict;
  const drivers = namedDrivers(driversOn(seen.spend, currency, lastOn));
  return {
    kind: 'anomaly',
    currency,
    startedOn,
    on: lastOn,
    amount,
    usual,
    excess,
    shape,
    drivers: drivers.map(
      ({ name, excess: each }) => `${name} +${moneyText({ minorUnits: each, currency })}`,
    ),
    ...becauseOf(sizeOf(episode, { amount, usual }, currency, drivers)),
  };
}

/** The newest day that should be there by now, where it is not, or cannot be judged. */
function unknownDay(
  { currency }: DailySeries,
  judge: Judge,
  { completeThrough }: SpendTonight,
): AnomalyNight | undefined {
  const verdict = judge(completeThrough);
  if (verdict.kind !== 'unknown') return undefined;
  return { kind: 'unknown', currency, on: completeThrough, because: verdict.because };
}

function anomalyNotice(
  { anomaly, episode, drivers }: AnomalyFinding,
  currency: CurrencyCode,
  { seen: { customer } }: SpendTonight,
): Notice {
  const { startedOn, shape } = episode;
  const isMining = shape === 'crypto-mining-like';
  const size = sizeOf(episode, anomaly, currency, namedDrivers(drivers));
  return spendNotice({
    key: `${customer.customerId}|${currency}|anomaly|${startedOn}|${shape}`,
    kind: 'anomaly',
    currency,
    stage: shape,
    ...(isMining && { isUrgent: true }),
    because: shape === 'spike' ? size : [...size, { key: 'looks-like', shape }],
  });
}

type NamedDriver = PartOf<'drivers'>['drivers'][number];

function sizeOf(
  { startedOn, lastOn, excess }: AnomalyEpisode,
  { amount, usual }: { readonly amount: number; readonly usual: number },
  currency: CurrencyCode,
  drivers: readonly NamedDriver[],
): Reason {
  const since: Reason =
    startedOn === lastOn ? [] : [{ key: 'spike-since', currency, excess, since: startedOn }];
  const driven: Reason =
    drivers.length === 0 ? [] : [{ key: 'drivers', currency, drivers: [...drivers] }];
  return [{ key: 'spike', currency, on: lastOn, amount, usual }, ...since, ...driven];
}

const DRIVERS_SHOWN = 3;

/** Names come from the source and become one line. */
const namedDrivers = (drivers: readonly Driver[]): readonly NamedDriver[] =>
  drivers.slice(0, DRIVERS_SHOWN).map(({ service, subscriptionId, excess }) => {
    const name = [service, subscriptionId].filter((each) => each !== undefined).join(' in ');
    return { name: literalLine(name), excess };
  });
