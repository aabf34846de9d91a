import type { PromiseStanding } from '../../evaluation/promises.ts';
import { reportedReason } from '../../languages/en.ts';
import type { Reason } from '../../languages/reason.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { becauseOf } from '../because-of.ts';
import type { HistoryEvent, Notice } from '../customer-night.ts';
import { moneyText } from '../money-text.ts';
import type { Tonight } from '../tonight.ts';
import { putOff } from './put-off.ts';
import type { Said } from './tell-stages.ts';

export type PromisesTold = Said & {
  /** To be remembered, so that a promise is told to be kept or broken once. */
  readonly settled: readonly string[];
  /** Of the broken ones, those that nobody was told of yet. */
  readonly toTell: readonly string[];
  /** Those that broke tonight. */
  readonly broken: readonly BrokenPromise[];
};

export type BrokenPromise = { readonly invoiceId: string | undefined; readonly because: Reason };

type Account = { readonly keyPrefix: string; readonly currency: CurrencyCode };

const NOTHING_PROMISED: PromisesTold = {
  notices: [],
  suppressed: [],
  events: [],
  settled: [],
  toTell: [],
  broken: [],
};

/** A broken promise is told to the account manager; money that comes later does not mend it. */
export function tellPromises(
  standings: readonly PromiseStanding[],
  account: Account,
  tonight: Tonight,
): PromisesTold {
  const { currency } = account;
  const { settledPromises, promisesToTell, asOf } = tonight;
  if (standings.length + promisesToTell.length === 0) return NOTHING_PROMISED;
  const isSettled = (standing: 'broken' | 'kept', { key }: PromiseStanding): boolean =>
    settledPromises.includes(settledKey(currency, standing, key));
  const untold = standings.filter((each) => !isSettled('broken', each));
  const broken = untold.filter(({ standing }) => standing === 'broken');
  const kept = untold.filter((each) => each.standing === 'kept' && !isSettled('kept', each));

  const event = (kind: string, text: string): HistoryEvent => ({ on: asOf, kind, currency, text });
  return {
    ...brokenSaid(standings, broken, account, tonight),
    events: [
      ...broken.map((each) => {
        const reason = whyBroken(each, currency);
        return { ...event('promise-broken', reportedReason(reason)), reason };
      }),
      ...kept.map((each) => event('promise-kept', `${named(each, currency)} is kept`)),
    ],
    settled: [...broken, ...kept].map(({ standing, key }) => settledKey(currency, standing, key)),
    broken: broken.map((each) => ({
      invoiceId: each.promise.invoiceId,
      because: whyBroken(each, currency),
    })),
  };
}

/** Those that broke tonight, and those that were put off and not paid since. */
function brokenSaid(
  standings: readonly PromiseStanding[],
  broken: readonly PromiseStanding[],
  { currency, keyPrefix }: Account,
  { promisesToTell, circumstances, dayOff }: Tonight,
): Pick<PromisesTold, 'notices' | 'suppressed' | 'toTell'> {
  const brokenKey = ({ key }: PromiseStanding): string => settledKey(currency, 'broken', key);
  const isOurs = (key: string): boolean => key.startsWith(settledKey(currency, 'broken', ''));
  if (circumstances.holdStages !== undefined)
    return { notices: [], suppressed: [], toTell: promisesToTell.filter(isOurs) };

  const late = standings.filter(
    (each) => each.standing === 'broken' && promisesToTell.includes(brokenKey(each)),
  );
  const due = [...late, ...broken];
  const off = due.length === 0 ? undefined : dayOff();
  const noticeKey = ({ key }: PromiseStanding): string => `${keyPrefix}|promise-broken|${key}`;
  if (off !== undefined)
    return {
      notices: [],
      suppressed: due.map((each) => putOff(noticeKey(each), off)),
      toTell: due.map(brokenKey),
    };
  const notices = due.map((each) => noticeOf(noticeKey(each), each, currency));
  return { notices, suppressed: [], toTell: [] };
}

const settledKey = (currency: CurrencyCode, standing: string, key: string): string =>
  `${currency}|${standing}|${key}`;

const noticeOf = (key: string, standing: PromiseStanding, currency: CurrencyCode): Notice => ({
  key,
  kind: 'promise-broken',
  currency,
  tell: ['account-manager'],
  actions: [],
  ...becauseOf(whyBroken(standing, currency)),
});

const whyBroken = ({ promise, paid }: PromiseStanding, currency: CurrencyCode): Reason => {
  const { invoiceId, minorUnits, until, from } = promise;
  return [
    {
      key: 'promise-broken',
      currency,
      paid,
      from,
      ...(invoiceId === undefined ? {} : { invoiceId }),
      ...(minorUnits === undefined ? {} : { amount: minorUnits }),
      ...(until === undefined ? {} : { until }),
    },
  ];
};

function named({ promise }: PromiseStanding, currency: CurrencyCode): string {
  const { invoiceId, minorUnits, until } = promise;
  const of = minorUnits === undefined ? '' : ` of ${moneyText({ minorUnits, currency })}`;
  const about = invoiceId === undefined ? '' : ` for invoice ${invoiceId}`;
  return `promise${of}${about}${until === undefined ? '' : ` by ${until}`}`;
}
