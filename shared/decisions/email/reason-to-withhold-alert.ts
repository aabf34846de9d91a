import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { Policy } from '../../policy/policy.ts';
import type { CustomerState } from '../customer-state.ts';
import { decideCustomer } from '../decide-customer.ts';
import { reasonToWithhold } from './reason-to-withhold.ts';

/**
 * Why an alert that was decided on should not go out any more: nothing of what it tells is so
 * still. What was spent stays spent; a debt can be paid or held, and exposure can shrink.
 */
export function reasonToWithholdAlert(
  facts: CustomerFacts,
  state: CustomerState,
  policy: Policy,
  today: CalendarDate,
  noticeKeys: readonly string[],
): string | undefined {
  const reasons = noticeKeys.map((key) => {
    const [currency, kind, threshold] = key.slice(facts.customer.customerId.length + 1).split('|');
    switch (kind) {
      case 'dunning':
        return reasonToWithhold(facts, state, policy, today, [key]);
      case 'exposure':
        return whyNotExposed(facts, state, policy, today, currency, Number(threshold));
      default:
        return undefined;
    }
  });
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function whyNotExposed(
  facts: CustomerFacts,
  state: CustomerState,
  policy: Policy,
  today: CalendarDate,
  currency: string | undefined,
  threshold: number,
): string | undefined {
  const { night } = decideCustomer(facts, state, policy, today, { holdStages: undefined });
  const exposure = night.exposure?.find((each) => each.currency === currency);
  if (exposure?.percent === undefined) return 'no credit limit is near any more';
  return exposure.percent < threshold
    ? `exposure is back at ${exposure.percent} percent of the credit limit`
    : undefined;
}
