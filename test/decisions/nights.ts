import type { Circumstances, Delivered } from '../../shared/decisions/circumstances.ts';
import { type CustomerState, NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { type CustomerDecision, decideCustomer } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { day } from '../builders.ts';

export const FRESH = { holdStages: undefined };

/** One night after another over facts that stay the same: the last night's decision. */
export function lastNight(
  facts: CustomerFacts,
  policy: Policy,
  nights: readonly string[],
  state: CustomerState = NEW_CUSTOMER,
  delivered: Delivered = {},
): CustomerDecision {
  const [first, ...others] = nights;
  if (first === undefined) throw new RangeError('Cannot decide without a night: name one');
  const circumstances = { ...FRESH, delivered };
  const decided = decideCustomer(facts, state, policy, day(first), circumstances);
  if (others.length === 0) return decided;
  return lastNight(facts, policy, others, decided.next, delivered);
}

/** A night, and what it knew of letters. */
export type Night = CustomerDecision & { readonly circumstances: Circumstances };

/** Night after night. Letters arrive on their night, but for those that are lost. */
export function nightsOn(
  facts: CustomerFacts,
  policy: Policy,
  days: readonly CalendarDate[],
  isLost: (key: string) => boolean = () => false,
): readonly Night[] {
  const nights: Night[] = [];
  let delivered: Delivered = {};
  for (const asOf of days) {
    const circumstances = { ...FRESH, delivered };
    const before = nights.at(-1)?.next ?? NEW_CUSTOMER;
    const decided = decideCustomer(facts, before, policy, asOf, circumstances);
    nights.push({ ...decided, circumstances });
    const written = decided.night.notices.filter(({ tell }) => tell.includes('customer'));
    const arrived = written.filter(({ key }) => !isLost(key)).map(({ key }) => [key, asOf]);
    delivered = { ...delivered, ...Object.fromEntries(arrived) };
  }
  return nights;
}

export const stageOf = ({ night }: CustomerDecision): string | undefined =>
  night.accounts[0]?.stage;

export const becauseOf = ({ night }: CustomerDecision): string | undefined =>
  night.accounts[0]?.because;

export const toldOf = ({ night }: CustomerDecision): readonly (string | undefined)[] =>
  night.notices.map(
    ({ kind, stage, tell }) =>
      `${kind === 'recovery' ? 'no longer ' : ''}${stage}: ${tell.join(', ')}`,
  );
