import type { Notice } from '../../../shared/decisions/customer-night.ts';

/** What was told, as a row of a table names it: "dunning reminder", "budget 80 %". */
export const toldName = (kind: Notice['kind'], stage: string): string =>
  `${kind} ${stage}`.trim() + (IN_PERCENT.includes(kind) ? ' %' : '');

const IN_PERCENT: readonly Notice['kind'][] = [
  'budget',
  'budget-forecast',
  'exposure',
  'forecast-receded',
];

/** Stages as the ladder has them, thresholds by size. */
export const byStage =
  (stages: readonly string[]) =>
  ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    stages.indexOf(a) - stages.indexOf(b) || Number(a) - Number(b) || 0;
