import type { Account } from '../../evaluation/accounts.ts';
import type { Counting } from '../../evaluation/counting.ts';
import type { Reason } from '../../languages/reason.ts';
import type { AccountState } from '../customer-state.ts';
import { whyNoStage } from './because.ts';
import type { Footings } from './footings.ts';
import type { Gates } from './gates.ts';
import type { Move } from './move.ts';
import type { Rules } from './stage-conditions.ts';
import { whyMoved } from './why-moved.ts';

type Reasons = {
  readonly account: Account;
  readonly counting: Counting;
  readonly before: AccountState;
  readonly from: number;
  readonly to: number;
  readonly lead: Move | undefined;
  readonly footings: Footings;
  readonly gates: Gates;
  readonly rules: Rules;
};

/** The gate that kept a stage from moving, else what the facts say of where it stands. */
export function whyAccount(reasons: Reasons): Reason {
  const { before, from, to, lead, footings, gates } = reasons;
  const wanted = lead?.wanted ?? -1;
  if (to === from) {
    const matters = to >= 0 || wanted > to || footings.all.overdueInvoices > 0;
    if (gates.closed !== undefined && matters) return gates.closed;
    const pause = wanted > to ? pauseOf(reasons) : undefined;
    if (pause !== undefined) return pause;
  }
  const bar = lead?.barredBecause;
  const standing = bar === undefined ? whyHere(reasons) : [...whyHere(reasons), ...bar];
  const { stage } = before;
  if (stage === undefined) return standing;
  if (to < from) return [{ key: 'no-longer-at', stage }, ...standing];
  const isForgotten = from < 0 && to < 0;
  return isForgotten ? [{ key: 'stage-unknown', stage }, ...standing] : standing;
}

const pauseOf = ({ counting, gates }: Reasons): Reason | undefined => {
  const paused = counting.invoices.find(({ invoiceId }) => gates.paused.has(invoiceId));
  return paused && gates.paused.get(paused.invoiceId);
};

function whyHere({ account, counting, to, lead, footings, rules }: Reasons): Reason {
  return to >= 0 && lead !== undefined
    ? whyMoved(lead, rules)
    : whyNoStage(account, counting, footings.all, rules);
}
