import type { CountingInvoice } from '../../evaluation/counting.ts';
import type { AccountState } from '../customer-state.ts';
import type { Footings } from './footings.ts';
import { type Climb, type Move, moved } from './move.ts';
import { customerLadder, invoiceLadder } from './scope-change.ts';
import type { BrokenPromise } from './tell-promises.ts';

/** The customer's ladder, where one stage stands for all invoices. */
export function climbCustomer(
  state: AccountState,
  footings: Footings,
  broken: readonly BrokenPromise[],
  climb: Climb,
): Move {
  const isStill = climb.gates.isFrozen && footings.all.clocks.length > 0;
  const raiseBecause = broken[0]?.because;
  const own = customerLadder(state);
  return moved({ invoiceId: undefined, state: own, footings, isStill, raiseBecause }, climb);
}

/** Each invoice's own ladder: its days, the customer's sums. A held invoice stays where it is. */
export function climbInvoices(
  state: AccountState,
  invoices: readonly CountingInvoice[],
  { all, pushing }: Footings,
  broken: readonly BrokenPromise[],
  climb: Climb,
): readonly Move[] {
  const { gates } = climb;
  return invoices.map((invoice) => {
    const { invoiceId } = invoice;
    const clocks = [invoice];
    const footings = {
      all: { ...all, clocks },
      pushing: { ...pushing, clocks: gates.paused.has(invoiceId) ? [] : clocks },
    };
    const own = invoiceLadder(state, invoiceId);
    const isStill = gates.isFrozen || gates.held.has(invoiceId);
    const raiseBecause = broken.find(
      (each) => each.invoiceId === undefined || each.invoiceId === invoiceId,
    )?.because;
    return moved({ invoiceId, state: own, footings, isStill, raiseBecause }, climb);
  });
}
