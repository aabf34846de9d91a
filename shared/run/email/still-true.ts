import { reasonToWithhold } from '../../decisions/email/reason-to-withhold.ts';
import { reasonToWithholdAlert } from '../../decisions/email/reason-to-withhold-alert.ts';
import type { Policy } from '../../policy/policy.ts';
import type { LoadedCustomer } from '../ports.ts';
import type { OutboxRow } from './outbox-row.ts';

/**
 * Why a letter or an alert should not go out any more, by what is known of the customer now: the
 * sources may have been read since, and a person may have recorded something today. Only these can
 * stop being true: what else is said internally was so on its night.
 */
export function withheldBecause(
  { asOf, email }: OutboxRow,
  loaded: LoadedCustomer | undefined,
  policy: Policy,
): string | undefined {
  if (loaded === undefined) return undefined;
  const recordedOn = loaded.entries.map(({ value }) => value.recordedOn);
  const today = [asOf, loaded.factsAsOf, ...recordedOn].toSorted().at(-1) ?? asOf;
  const reason = email.kind === 'alert' ? reasonToWithholdAlert : reasonToWithhold;
  return reason(loaded.facts, loaded.state, policy, today, email.noticeKeys ?? []);
}
