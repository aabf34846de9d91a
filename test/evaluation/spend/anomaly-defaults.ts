import type { AnomalyOptions } from '../../../shared/evaluation/spend/anomaly-options.ts';
import { Anomalies } from '../../../shared/policy/spend-policy.ts';

/** What the policy says where nobody says otherwise: what the accuracy bench measures. */
export const ANOMALY_DEFAULTS: AnomalyOptions = Anomalies.parse({});
