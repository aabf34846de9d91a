import type { AnomalyPolicy } from '../../policy/spend-policy.ts';

/** What makes a day an anomaly, in the minor units of one currency. */
export type AnomalyOptions = Omit<
  AnomalyPolicy,
  'completeAfterDays' | 'tellFrom' | 'tellFromMinorUnits' | 'refundClock'
>;
