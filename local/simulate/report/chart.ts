export type Series = {
  readonly name: string;
  /** A colour of the page's styles, so that light and dark each have theirs. */
  readonly color: string;
  readonly values: readonly number[];
  readonly isDashed?: boolean;
};

/** What a chart shows: series over the same points. stack: on top of each other. */
export type Chart = {
  readonly kind: 'lines' | 'stack' | 'bars';
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** The top of the scale, where two charts are to be compared; else what the figures need. */
  readonly max?: number;
  readonly isWhole?: boolean;
};

/** The highest that a chart reaches; of a stack, all of it together. */
export function peakOf({ kind, labels, series }: Chart): number {
  const at = (point: number): readonly number[] => series.map(({ values }) => values[point] ?? 0);
  const heights = labels.map((_, point) =>
    kind === 'stack' ? at(point).reduce((sum, each) => sum + each, 0) : Math.max(...at(point), 0),
  );
  return heights.reduce((highest, each) => Math.max(highest, each), 0);
}

/** A scale for all of them that ends on a round figure, so that heights can be compared. */
export function sharedMax(charts: readonly Chart[]): number {
  const peak = Math.max(...charts.map(peakOf));
  if (peak <= 0) return 0;
  const unit = 10 ** Math.floor(Math.log10(peak));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * unit >= peak) ?? 10;
  return step * unit;
}
