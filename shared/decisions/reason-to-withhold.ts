import { addDays, type CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Policy } from '../policy/policy.ts';
import type { CustomerState } from './customer-state.ts';
import { decideCustomer } from './decide-customer.ts';
import { ladderNamed } from './tonight.ts';

/**
 * Why a letter that was decided on should not go out any more: everything that put the customer
 * on a stage was paid, or a hold or promise came in between. Undefined: it should go out.
 */
export function reasonToWithhold(
  facts: CustomerFacts,
  state: CustomerState,
  policy: Policy,
  today: CalendarDate,
): string | undefined {
  const { toleranceDays } = ladderNamed(facts.customer.policy, policy).policy.promises;
  const waiting = facts.arrangements.find(
    ({ kind, invoiceId, from, until }) =>
      invoiceId === undefined &&
      from <= today &&
      ((kind === 'hold' && (until === undefined || today < until)) ||
        (kind === 'promise' && until !== undefined && today <= addDays(until, toleranceDays))),
  );
  if (waiting !== undefined) return `a ${waiting.kind} from ${waiting.from} is in force`;

  const { night } = decideCustomer(facts, state, policy, today, { holdStages: undefined });
  const accounts = night.accounts.filter(({ from }) => from !== undefined);
  if (accounts.some(({ stage }) => stage !== undefined)) return undefined;
  return accounts[0]?.because ?? 'nothing is on a dunning stage any more';
}
