import type { Holds } from '../../evaluation/holds.ts';
import type { PromiseStanding } from '../../evaluation/promises.ts';
import type { Reason } from '../../languages/reason.ts';
import type { Arrangement } from '../../ledger/arrangement.ts';

/** What keeps stages from rising tonight. */
export type Gates = {
  /** Why nothing of this account may rise, if so. */
  readonly closed: Reason | undefined;
  /** A hold on the customer: no way down either, but for a customer who owes nothing. */
  readonly isFrozen: boolean;
  /** Invoices that push nothing up by themselves, each with its reason. */
  readonly paused: ReadonlyMap<string, Reason>;
  /** Of those, the ones held, whose own stage stays as it is. */
  readonly held: ReadonlyMap<string, Arrangement>;
};

const NONE_PAUSED: ReadonlyMap<string, Reason> = new Map();

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
): ReadonlyMap<string, Reason> {
  return new Map([
    ...open.flatMap((each): [string, Reason][] =>
      each.promise.invoiceId === undefined ? [] : [[each.promise.invoiceId, promiseText(each)]],
    ),
    ...[...held].map(([id, hold]): [string, Reason] => [id, holdText(hold)]),
  ]);
}

const holdText = ({ invoiceId, from, by, reason }: Arrangement): Reason => [
  {
    key: 'held',
    from,
    ...(invoiceId === undefined ? {} : { invoiceId }),
    ...(by === undefined ? {} : { by }),
    ...(reason === undefined ? {} : { reason }),
  },
];

const promiseText = ({ promise: { invoiceId, until }, waitsThrough }: PromiseStanding): Reason => [
  {
    key: 'promise-open',
    ...(invoiceId === undefined ? {} : { invoiceId }),
    ...(until === undefined ? {} : { until }),
    ...(waitsThrough === until ? {} : { tolerated: waitsThrough }),
  },
];
