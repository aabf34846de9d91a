import type { CurrencyCode } from '../../shared/ledger/money.ts';
import { type Course, type Nightly, NO_STAGE } from './course.ts';

/** What was overdue on the accounts of a stage, in minor units. */
export type OverdueOnStage = {
  readonly currency: CurrencyCode;
  readonly stage: string;
  readonly nightly: Nightly | undefined;
  readonly onLastNight: number;
  /** Of all nights, to a whole minor unit. */
  readonly mean: number;
};

/** By currency, then stage; those that never had anything overdue, under any of them, are left out. */
export function overdueOnStages(
  courses: readonly Course[],
  stages: readonly string[],
): readonly (readonly OverdueOnStage[])[] {
  const currencies = new Set(courses.flatMap(({ overdueOnStage }) => [...overdueOnStage.keys()]));
  const places = [...currencies]
    .sort()
    .flatMap((currency) => [NO_STAGE, ...stages].map((stage) => ({ currency, stage })));
  return places
    .map(({ currency, stage }) => courses.map((course) => figuresOf(course, currency, stage)))
    .filter((row) => row.some(({ nightly }) => nightly?.some((amount) => amount !== 0)));
}

function figuresOf(course: Course, currency: CurrencyCode, stage: string): OverdueOnStage {
  const nightly = course.overdueOnStage.get(currency)?.get(stage);
  const sum = nightly?.reduce((total, amount) => total + amount, 0) ?? 0;
  return {
    currency,
    stage,
    nightly,
    onLastNight: nightly?.at(-1) ?? 0,
    mean: Math.round(sum / course.days.length),
  };
}
