import { stored } from '../ladder.ts';
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
  const now = news ?? told;
  return {
    crossed,
    news,
    told: {
      toldPercent: now,
      ...(now === 0 && before?.toldOf === undefined
        ? {}
        : { toldOf: { ...before?.toldOf, [budget]: now } }),
    },
  };
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
  const reached = thresholds.filter(reaches);
  return reached.length === 0 ? undefined : Math.max(...reached);
};
