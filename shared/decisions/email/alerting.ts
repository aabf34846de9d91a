import type { Policy } from '../../policy/policy.ts';
import type { CustomerNight, Notice } from '../customer-night.ts';
import type { CustomerState } from '../customer-state.ts';
import { stored } from '../dunning/ladder.ts';
import { ladderNamed } from '../tonight.ts';

/** What was known before tonight. Undefined: the customer was never looked at. */
export type KnownBefore = Pick<CustomerState, 'budgets'> | undefined;

/**
 * What cannot wait for the morning's digest: a spike, a budget or a credit limit that is used up, a
 * refund about to lapse, and the end of the ladder. What has waited was alerted on its night. What
 * was so before anybody looked is no news: the first night over old books would alert of everybody
 * who is on the last stage.
 */
export function alertingNotices(
  { customer, notices }: CustomerNight,
  policy: Policy,
  before: KnownBefore,
): Notice[] {
  const { stages } = ladderNamed(customer.policy, policy).policy;
  const last = stages.at(-1)?.name;
  return notices.filter((notice) => {
    const { kind, stage, letter, actions, isUrgent, hasWaited, currency } = notice;
    if (hasWaited === true) return false;
    switch (kind) {
      case 'anomaly':
        return true;
      case 'budget':
        return Number(stage) >= 100 && stored(before?.budgets ?? {}, currency) !== undefined;
      case 'exposure':
        return Number(stage) >= 100 && before !== undefined;
      case 'dunning':
        return before !== undefined && isLastResort(letter, actions, stage === last);
      default:
        return isUrgent === true;
    }
  });
}

const isLastResort = (
  letter: Notice['letter'],
  actions: readonly string[],
  isLast: boolean,
): boolean => letter === 'final-notice' || actions.length > 0 || isLast;
