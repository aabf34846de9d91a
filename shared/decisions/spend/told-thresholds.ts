import { stored } from '../dunning/ladder.ts';
import type { Told } from './spend-state.ts';

/** What is held against thresholds tonight, and the budget it is measured by. */
export type Measured = {
  readonly thresholds: readonly number[];
  readonly reaches: (threshold: number) => boolean;
  readonly budget: number;
  /** Up to this threshold something else has said as much. */
  readonly implied?: number | undefined;
};

export type Crossing = {
  /** The highest threshold reached. */
  readonly crossed: number | undefined;
  /** The one to tell tonight: the highest of several, each once. */
  readonly news: number | undefined;
  readonly told: Told;
};

/** What falls back and returns is not news; a raised budget re-arms what it no longer reaches. */
export function crossing(
  measured: Measured,
  before: Told | undefined,
  budgetBefore: number,
): Crossing {
  const { thresholds, reaches, budget, implied = 0 } = measured;
  const crossed = highest(thresholds, reaches);
  const told = Math.max(before ? alreadyTold(measured, before, budgetBefore) : 0, implied);
  const news = crossed !== undefined && crossed > told ? crossed : undefined;
  return { crossed, news, told: toldNow(news ?? told, budget, before?.toldOf) };
}

function toldNow(toldPercent: number, budget: number, before: Told['toldOf']): Told {
  if (toldPercent === 0 && before === undefined) return { toldPercent };
  const isKnown = before !== undefined && stored(before, `${budget}`) === toldPercent;
  return { toldPercent, toldOf: isKnown ? before : { ...before, [budget]: toldPercent } };
}

/** The highest threshold that counts as told of this budget, 0 for none. */
function alreadyTold(
  { thresholds, reaches, budget }: Measured,
  { toldPercent, toldOf = {} }: Told,
  budgetBefore: number,
): number {
  const toldOfIt = stored(toldOf, `${budget}`) ?? 0;
  if (budget <= budgetBefore) return Math.max(toldPercent, toldOfIt);
  const kept = thresholds.filter((each) => each <= toldPercent);
  return Math.max(highest(kept, reaches) ?? 0, toldOfIt);
}

/** The highest threshold that is reached. */
export const highest = (
  thresholds: readonly number[],
  reaches: (threshold: number) => boolean,
): number | undefined => {
  let most: number | undefined;
  for (const each of thresholds)
    if ((most === undefined || each > most) && reaches(each)) most = each;
  return most;
};
