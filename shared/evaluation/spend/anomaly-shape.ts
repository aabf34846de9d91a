import type { Driver } from './anomaly-drivers.ts';
import type { Anomaly } from './anomaly-on.ts';
import type { AnomalyOptions } from './anomaly-options.ts';

/** The most urgent first: rank a digest by position. */
export const ANOMALY_SHAPES = ['crypto-mining-like', 'sudden-compute', 'spike'] as const;
export type AnomalyShape = (typeof ANOMALY_SHAPES)[number];

/** Service names under which clouds bill machines that can mine. */
const COMPUTE =
  /virtual machine|\bvms?\b|compute|kubernetes|container|\bbatch\b|machine learning|databricks|\bgpu\b/i;

const SUSTAINED_DAYS = 2;

/**
 * Stolen machines show as compute that jumps and stays. On its first day it can only be called
 * sudden; the second day in a row makes it look like mining.
 */
export function anomalyShape(
  { amount, usual, excess }: Anomaly,
  drivers: readonly Driver[],
  daysInARow: number,
  { suddenTimes }: AnomalyOptions,
): AnomalyShape {
  const compute = drivers.filter(({ service }) => COMPUTE.test(service ?? ''));
  const computeExcess = compute.reduce((sum, each) => sum + each.excess, 0);
  const isCompute = computeExcess * 2 >= excess;
  if (!isCompute || amount < suddenTimes * usual) return 'spike';
  return daysInARow >= SUSTAINED_DAYS ? 'crypto-mining-like' : 'sudden-compute';
}

/** A is more urgent than B. */
export const isMoreUrgent = (a: AnomalyShape, b: AnomalyShape): boolean =>
  ANOMALY_SHAPES.indexOf(a) < ANOMALY_SHAPES.indexOf(b);
