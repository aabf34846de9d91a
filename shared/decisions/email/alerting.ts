import type { Policy } from '../../policy/policy.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import { ladderNamed } from '../tonight.ts';

/**
 * What cannot wait for the morning's digest: a spike, a budget or a credit limit that is used up, a
 * refund about to lapse, and the end of the ladder. What has waited was alerted on its night.
 */
export function alertingNotices({ customer, notices }: CustomerNight, policy: Policy): Notice[] {
  const { stages } = ladderNamed(customer.policy, policy).policy;
  const last = stages.at(-1)?.name;
  return notices.filter((notice) => {
    const { kind, stage, letter, actions, isUrgent, hasWaited } = notice;
    if (hasWaited === true) return false;
    switch (kind) {
      case 'anomaly':
        return true;
      case 'budget':
      case 'exposure':
        return Number(stage) >= 100;
      case 'dunning':
        return letter === 'final-notice' || actions.length > 0 || stage === last;
      default:
        return isUrgent === true;
    }
  });
}
