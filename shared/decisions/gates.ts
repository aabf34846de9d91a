import type { Holds } from '../evaluation/holds.ts';
import type { PromiseStanding } from '../evaluation/promises.ts';
import type { Arrangement } from '../ledger/arrangement.ts';

/** What a night knows beyond facts and policy: why no stage may move, such as stale data. */
export type Guard = { readonly holdStages: string | undefined };

/** What keeps stages from rising tonight. */
export type Gates = {
  /** Why nothing of this account may rise, if so. */
  readonly closed: string | undefined;
  /** A hold on the customer: no way down either, but for a customer who owes nothing. */
  readonly isFrozen: boolean;
  /** Invoices that push nothing up by themselves, each with its reason. */
  readonly paused: ReadonlyMap<string, string>;
  /** Of those, the ones held, whose own stage stays as it is. */
  readonly held: ReadonlyMap<string, Arrangement>;
};

const NONE_PAUSED: ReadonlyMap<string, string> = new Map();

export function gatesOf(
  { onCustomer, onInvoice }: Holds,
  promises: readonly PromiseStanding[],
): Gates {
  const open = promises.filter(({ standing }) => standing === 'open').map(({ promise }) => promise);
  const promised = open.find(({ invoiceId }) => invoiceId === undefined);
  return {
    closed: (onCustomer && holdText(onCustomer)) ?? (promised && promiseText(promised)),
    isFrozen: onCustomer !== undefined,
    paused: open.length + onInvoice.size === 0 ? NONE_PAUSED : pausedBy(open, onInvoice),
    held: onInvoice,
  };
}

function pausedBy(
  open: readonly Arrangement[],
  held: ReadonlyMap<string, Arrangement>,
): ReadonlyMap<string, string> {
  return new Map([
    ...open.flatMap((promise): [string, string][] =>
      promise.invoiceId === undefined ? [] : [[promise.invoiceId, promiseText(promise)]],
    ),
    ...[...held].map(([id, hold]): [string, string] => [id, holdText(hold)]),
  ]);
}

function holdText({ invoiceId, from, reason }: Arrangement): string {
  const what = invoiceId === undefined ? 'on hold' : `invoice ${invoiceId} is on hold`;
  return `${what} since ${from}${reason === undefined ? '' : `: ${reason}`}`;
}

function promiseText({ invoiceId, until }: Arrangement): string {
  const what = until === undefined ? 'promise' : `promise by ${until}`;
  return invoiceId === undefined ? `${what} is open` : `${what} for invoice ${invoiceId} is open`;
}
