const MONTH = 'YYYY-MM'.length;

/** Nights of more than two months are named by their months. */
const MANY_NIGHTS = 62;

/** Which points of an axis are named, and how: evenly thinned to as many as there is room for. */
export function labelledPoints(
  labels: readonly string[],
  most: number,
): ReadonlyMap<number, string> {
  const isNights = labels.length > MANY_NIGHTS && (labels[0] ?? '').length > MONTH;
  const candidates = [...labels.keys()].filter(
    (at) => !isNights || (at > 0 && month(labels[at]) !== month(labels[at - 1])),
  );
  const step = Math.max(1, Math.ceil(candidates.length / Math.max(most, 1)));
  const named = candidates.filter((_, at) => at % step === 0);
  return new Map(named.map((at) => [at, isNights ? month(labels[at]) : (labels[at] ?? '')]));
}

const month = (label = ''): string => label.slice(0, MONTH);
