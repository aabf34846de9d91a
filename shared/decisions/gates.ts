import type { Holds } from '../evaluation/holds.ts';
import type { PromiseStanding } from '../evaluation/promises.ts';
import type { Arrangement } from '../ledger/arrangement.ts';

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
  const open = promises.filter(({ standing }) => standing === 'open');
  const promised = open.find(({ promise }) => promise.invoiceId === undefined);
  return {
    closed: (onCustomer && holdText(onCustomer)) ?? (promised && promiseText(promised)),
    isFrozen: onCustomer !== undefined,
    paused: open.length + onInvoice.size === 0 ? NONE_PAUSED : pausedBy(open, onInvoice),
    held: onInvoice,
  };
}

function pausedBy(
  open: readonly PromiseStanding[],
  held: ReadonlyMap<string, Arrangement>,
): ReadonlyMap<string, string> {
  return new Map([
    ...open.flatMap((each): [string, string][] =>
      each.promise.invoiceId === undefined ? [] : [[each.promise.invoiceId, promiseText(each)]],
    ),
    ...[...held].map(([id, hold]): [string, string] => [id, holdText(hold)]),
  ]);
}

function holdText({ invoiceId, from, by, reason }: Arrangement): string {
  const what = invoiceId === undefined ? 'on hold' : `invoice ${invoiceId} is on hold`;
  const whose = by === undefined ? '' : ` by ${by}`;
  return `${what} since ${from}${whose}${reason === undefined ? '' : `: ${reason}`}`;
}

function promiseText({ promise: { invoiceId, until }, waitsThrough }: PromiseStanding): string {
  const what = until === undefined ? 'promise' : `promise by ${until}`;
  const about = invoiceId === undefined ? what : `${what} for invoice ${invoiceId}`;
  const tolerated = waitsThrough === until ? '' : `, tolerated through ${waitsThrough}`;
  return `${about} is open${tolerated}`;
}
