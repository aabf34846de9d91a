import type { Notice } from '../customer-night.ts';
import { isEmpty } from '../dunning/ladder.ts';
import type { Missing } from './missing-budget.ts';
import type { SpendState } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';

/** What is found every night and told once a month. */
export function onceAMonth(
  found: readonly Missing[],
  before: SpendState['toldIn'] = {},
  { month }: SpendTonight,
): { readonly notices: readonly Notice[]; readonly toldIn: NonNullable<SpendState['toldIn']> } {
  if (found.length === 0 && isEmpty(before)) return { notices: [], toldIn: {} };
  const told = Object.entries(before).filter(([, toldIn]) => toldIn === month);
  const keyed = found.map((each) => ({ ...each, key: monthlyKey(each) }));
  const news = keyed.filter(({ key }) => !told.some(([each]) => each === key));
  return {
    notices: news.map(({ notice }) => notice()),
    toldIn: Object.fromEntries([...told, ...news.map(({ key }) => [key, month] as const)]),
  };
}

const monthlyKey = ({ kind, currency, stage }: Missing): string =>
  [kind, currency, stage].filter((each) => each !== undefined).join('|');
