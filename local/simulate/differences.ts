import { type CalendarDate, daysBetween } from '../../shared/ledger/calendar-date.ts';
import type { Heard } from './heard.ts';

/**
 * What two policies made of the same customer. other-audience: the same day and stage, told to others
 * or by another letter. other-day: the same stage in the same lapse. other-stage: the same day. What
 * is left was said under one of them alone.
 */
export type Difference =
  | {
      readonly kind: 'other-audience' | 'other-day' | 'other-stage';
      readonly a: Heard;
      readonly b: Heard;
    }
  | { readonly kind: 'only-a'; readonly a: Heard }
  | { readonly kind: 'only-b'; readonly b: Heard };

export type Compared = {
  readonly same: readonly Heard[];
  readonly differences: readonly Difference[];
};

type Pair = { readonly a: Heard; readonly b: Heard };

/** Pairs what was said to one customer under A with what was said under B, the closest first. */
export function compared(heardA: readonly Heard[], heardB: readonly Heard[]): Compared {
  const exact = paired(heardA, heardB, (a, b) => isSameStage(a, b) && a.on === b.on);
  const moved = paired(exact.restA, exact.restB, (a, b) => isSameStage(a, b) && meets(a, b));
  const renamed = paired(moved.restA, moved.restB, (a, b) => isSameMatter(a, b) && a.on === b.on);
  const told = Map.groupBy(exact.pairs, ({ a, b }) => isToldAlike(a, b));
  const differences: Difference[] = [
    ...(told.get(false) ?? []).map((pair): Difference => ({ kind: 'other-audience', ...pair })),
    ...moved.pairs.map((pair): Difference => ({ kind: 'other-day', ...pair })),
    ...renamed.pairs.map((pair): Difference => ({ kind: 'other-stage', ...pair })),
    ...renamed.restA.map((a): Difference => ({ kind: 'only-a', a })),
    ...renamed.restB.map((b): Difference => ({ kind: 'only-b', b })),
  ];
  return {
    same: (told.get(true) ?? []).map(({ a }) => a),
    differences: differences.sort((x, y) =>
      dayOf(x) < dayOf(y) ? -1 : Number(dayOf(x) > dayOf(y)),
    ),
  };
}

/** The day a difference is listed under: A's where A has one. */
export const dayOf = (difference: Difference): CalendarDate =>
  difference.kind === 'only-b' ? difference.b.on : difference.a.on;

function paired(
  heardA: readonly Heard[],
  heardB: readonly Heard[],
  fits: (a: Heard, b: Heard) => boolean,
): { pairs: readonly Pair[]; restA: readonly Heard[]; restB: readonly Heard[] } {
  const pairs: Pair[] = [];
  const restA: Heard[] = [];
  const restB = new Set(heardB);
  for (const a of heardA) {
    const b = closest(
      a,
      [...restB].filter((each) => fits(a, each)),
    );
    if (b === undefined) restA.push(a);
    else {
      restB.delete(b);
      pairs.push({ a, b });
    }
  }
  return { pairs, restA, restB: [...restB] };
}

function closest(a: Heard, fitting: readonly Heard[]): Heard | undefined {
  const apart = (b: Heard): number => Math.abs(daysBetween(a.on, b.on));
  return fitting.reduce<Heard | undefined>(
    (best, each) => (best === undefined || apart(each) < apart(best) ? each : best),
    undefined,
  );
}

const isSameMatter = (a: Heard, b: Heard): boolean =>
  a.kind === b.kind && a.currency === b.currency;

const isSameStage = (a: Heard, b: Heard): boolean => isSameMatter(a, b) && a.stage === b.stage;

/** Lapses that share a night are one lapse to the customer, wherever a policy lets it begin. */
const meets = ({ lapse: a }: Heard, { lapse: b }: Heard): boolean =>
  a.from <= b.until && b.from <= a.until;

const isToldAlike = (a: Heard, b: Heard): boolean =>
  a.letter === b.letter && [...a.tell].sort().join() === [...b.tell].sort().join();
