import { inForce } from '../evaluation/in-force.ts';
import type { Notice } from './customer-night.ts';
import type { CustomerState } from './customer-state.ts';
import type { Tonight } from './tonight.ts';

/** More than this nobody would read; the customer's page has them all. */
const MOST_WAITING = 50;

type Snoozed = { readonly notices: Notice[]; readonly waiting: Notice[] };

/**
 * While the customer is snoozed, what is new waits for its account manager, and is told on the
 * first night after. What is urgent never waits, and nobody else is kept from hearing anything.
 */
export function snoozed(
  notices: Notice[],
  { snoozed: before = [] }: CustomerState,
  { seen, asOf }: Tonight,
): Snoozed {
  const isSnoozed =
    seen.arrangements.length > 0 && inForce('snooze', seen.arrangements, asOf).length > 0;
  if (!isSnoozed)
    return { notices: before.length === 0 ? notices : [...notices, ...before], waiting: [] };
  const waits = notices.filter(
    ({ tell, isUrgent }) => isUrgent !== true && tell.includes('account-manager'),
  );
  return {
    notices: notices.map((notice) => (waits.includes(notice) ? withoutManager(notice) : notice)),
    waiting: [
      ...before,
      ...waits.map(
        (notice): Notice => ({
          ...notice,
          tell: ['account-manager'],
          actions: [],
          hasWaited: true,
        }),
      ),
    ].slice(-MOST_WAITING),
  };
}

const withoutManager = (notice: Notice): Notice => ({
  ...notice,
  tell: notice.tell.filter((audience) => audience !== 'account-manager'),
});
