import { Anomalies, type AnomalyPolicy } from '../../policy/spend-policy.ts';

/** What makes a day an anomaly, in the minor units of one currency. */
export type AnomalyOptions = Omit<
  AnomalyPolicy,
  'completeAfterDays' | 'tellFrom' | 'tellFromMinorUnits' | 'refundClock'
>;

/** The options that the accuracy bench measures: what the policy says where nobody says otherwise. */
export const ANOMALY_DEFAULTS: AnomalyOptions = Anomalies.parse({});
