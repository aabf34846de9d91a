import { reasonToWithhold } from '../decisions/reason-to-withhold.ts';
import type { Policy } from '../policy/policy.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { LoadedCustomer } from './ports.ts';

/**
 * Why a letter should not go out any more, by what is known of the customer now: the sources may
 * have been read since, and a person may have recorded something today. Only letters can
 * stop being true: what is said internally was so on its night.
 */
export function withheldBecause(
  { asOf, email }: OutboxRow,
  loaded: LoadedCustomer | undefined,
  policy: Policy,
): string | undefined {
  if (loaded === undefined) return undefined;
  const recordedOn = loaded.entries.map(({ value }) => value.recordedOn);
  const today = [asOf, loaded.factsAsOf, ...recordedOn].toSorted().at(-1) ?? asOf;
  return reasonToWithhold(loaded.facts, loaded.state, policy, today, email.noticeKeys ?? []);
}
