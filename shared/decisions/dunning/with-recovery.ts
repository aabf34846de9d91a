import type { Account } from '../../evaluation/accounts.ts';
import type { Counting } from '../../evaluation/counting.ts';
import type { AccountState } from '../customer-state.ts';
import type { Tonight } from '../tonight.ts';
import { clearedByPayment } from './cleared-by-payment.ts';
import type { Dunned } from './dun-account.ts';
import { heardAfter, tellRecovery } from './tell-recovery.ts';

/** What was decided, and the telling of a stage that fell. Stale data tells nothing. */
export function withRecovery(
  dunned: Dunned,
  account: Account,
  counting: Counting,
  before: AccountState,
  tonight: Tonight,
): Dunned {
  const { state, because } = dunned;
  const { ladder, circumstances, seen, asOf, letters, dayOff } = tonight;
  if (circumstances.holdStages !== undefined || ladder.kind === 'unknown') return dunned;
  const { stages } = ladder.policy;
  const heard = state.inEpisode ? heardAfter(before, dunned.notices, stages) : undefined;
  const next = heard === undefined ? state : { ...state, heard };
  if (before.heard === undefined && before.recovery === undefined)
    return heard === undefined ? dunned : { ...dunned, state: next };

  const { currency } = account;
  const told = tellRecovery({
    before,
    after: state,
    because,
    isPaid: clearedByPayment(account, counting, before, tonight),
    stages,
    currency,
    keyPrefix: `${seen.customer.customerId}|${currency}`,
    asOf,
    letters,
    dayOff,
  });
  const { recovery } = told;
  return {
    because,
    state: recovery === undefined ? next : { ...next, recovery },
    notices: [...dunned.notices, ...told.notices],
    suppressed: [...dunned.suppressed, ...told.suppressed],
    events: [...dunned.events, ...told.events],
  };
}
