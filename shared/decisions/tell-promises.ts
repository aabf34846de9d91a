import type { PromiseStanding } from '../evaluation/promises.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { HistoryEvent, Notice } from './customer-night.ts';
import { moneyText } from './money-text.ts';

export type PromisesTold = {
  readonly notices: readonly Notice[];
  readonly events: readonly HistoryEvent[];
  /** To be remembered, so that a promise is told to be kept or broken once. */
  readonly settled: readonly string[];
  /** Those that broke tonight. */
  readonly broken: readonly BrokenPromise[];
};

export type BrokenPromise = { readonly invoiceId: string | undefined; readonly because: string };

const NOTHING: PromisesTold = { notices: [], events: [], settled: [], broken: [] };

/** A broken promise is told to the account manager; money that comes later does not mend it. */
export function tellPromises(
  promises: readonly PromiseStanding[],
  alreadySettled: readonly string[],
  account: { readonly keyPrefix: string; readonly currency: CurrencyCode },
  asOf: CalendarDate,
): PromisesTold {
  if (promises.length === 0) return NOTHING;
  const keyed = promises.map((each) => ({
    ...each,
    broken: `${account.currency}|broken|${each.key}`,
    kept: `${account.currency}|kept|${each.key}`,
  }));
  const untold = keyed.filter(({ broken }) => !alreadySettled.includes(broken));
  const broken = untold.filter(({ standing }) => standing === 'broken');
  const kept = untold.filter(
    (each) => each.standing === 'kept' && !alreadySettled.includes(each.kept),
  );

  const { currency, keyPrefix } = account;
  return {
    notices: broken.map((each) => ({
      key: `${keyPrefix}|promise-broken|${each.key}`,
      kind: 'promise-broken',
      currency,
      tell: ['account-manager'],
      actions: [],
      because: whyBroken(each, currency),
    })),
    events: [
      ...broken.map((each) => ({
        on: asOf,
        kind: 'promise-broken',
        currency,
        text: whyBroken(each, currency),
      })),
      ...kept.map((each) => ({
        on: asOf,
        kind: 'promise-kept',
        currency,
        text: `${named(each, currency)} is kept`,
      })),
    ],
    settled: [...broken.map((each) => each.broken), ...kept.map((each) => each.kept)],
    broken: broken.map((each) => ({
      invoiceId: each.promise.invoiceId,
      because: whyBroken(each, currency),
    })),
  };
}

const whyBroken = (standing: PromiseStanding, currency: CurrencyCode): string =>
  `${named(standing, currency)} is broken: ${moneyText({ minorUnits: standing.paid, currency })} was paid since ${standing.promise.from}`;

function named({ promise }: PromiseStanding, currency: CurrencyCode): string {
  const { invoiceId, minorUnits, until } = promise;
  const of = minorUnits === undefined ? '' : ` of ${moneyText({ minorUnits, currency })}`;
  const about = invoiceId === undefined ? '' : ` for invoice ${invoiceId}`;
  return `promise${of}${about}${until === undefined ? '' : ` by ${until}`}`;
}
