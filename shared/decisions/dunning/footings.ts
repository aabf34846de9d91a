import type { Counting } from '../../evaluation/counting.ts';
import type { Gates } from './gates.ts';
import { type Footing, footingOf, type Rules } from './stage-conditions.ts';

/** The two footings of an account: everything that counts, and what of it nothing holds back. */
export type Footings = { readonly all: Footing; readonly pushing: Footing };

export function footingsOf({ invoices }: Counting, { paused }: Gates, rules: Rules): Footings {
  const all = footingOf(invoices, rules);
  if (paused.size === 0) return { all, pushing: all };
  return {
    all,
    pushing: footingOf(
      invoices.filter((each) => !paused.has(each.invoiceId)),
      rules,
    ),
  };
}
