import type { Account } from '../../evaluation/accounts.ts';
import type { Counting } from '../../evaluation/counting.ts';
import type { AccountState } from '../customer-state.ts';
import type { Tonight } from '../tonight.ts';

/**
 * Whether what was overdue in this episode was paid, rather than disputed, written off, credited
 * or let off by a change of policy.
 */
export function clearedByPayment(
  { currency }: Account,
  { invoices, overdueDisputed }: Counting,
  { startedOn, enteredOn }: AccountState,
  { seen, ladder }: Tonight,
): boolean {
  const since = startedOn ?? Object.values(enteredOn).sort()[0];
  if (ladder.kind !== 'climbs' || since === undefined || overdueDisputed > 0) return false;
  if (invoices.some(({ daysPastDue }) => daysPastDue > 0)) return false;
  const isWrittenOff = seen.arrangements.some(
    ({ kind, from }) => kind === 'write-off' && from >= since,
  );
  const isPaid = seen.payments.some(
    (each) => each.currency === currency && each.minorUnits > 0 && each.paidOn >= since,
  );
  return isPaid && !isWrittenOff;
}
