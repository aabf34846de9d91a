import type { Notice } from '../../shared/decisions/customer-night.ts';
import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import { isOfSpend } from '../../shared/decisions/spend/spend-text.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CurrencyCode } from '../../shared/ledger/money.ts';
import { inserted } from './inserted.ts';

/** The first and the last day, as text, of what belongs together: an episode, or a budget's month. */
export type Lapse = { readonly from: string; until: string };

/** Something that was said about a customer on a day. */
export type Heard = {
  readonly on: CalendarDate;
  readonly kind: Notice['kind'];
  readonly currency: CurrencyCode;
  readonly stage: string;
  readonly tell: Notice['tell'];
  readonly letter: string | undefined;
  readonly lapse: Lapse;
};

export type Listener = {
  readonly heard: readonly Heard[];
  /** To be called night by night with the nights of one customer. */
  add(decision: CustomerDecision): void;
};

/** Collects what is said about one customer, each notice with the lapse that it is about. */
export function listener(): Listener {
  const heard: Heard[] = [];
  const episodes = new Map<string, Lapse>();
  const episodeOn = (currency: CurrencyCode, episode: number, on: CalendarDate): Lapse => {
    const lapse = inserted(episodes, `${currency}|${episode}`, () => ({ from: on, until: on }));
    lapse.until = on;
    return lapse;
  };

  return {
    heard,
    add({ night: { asOf, notices }, next: { accounts } }) {
      for (const currency in accounts) {
        const account = accounts[currency];
        if (account?.inEpisode) episodeOn(currency, account.episode, asOf);
      }
      for (const { kind, currency, stage = '', tell, letter } of notices) {
        const lapse = isOfSpend(kind)
          ? monthAround(asOf)
          : episodeOn(currency, accounts[currency]?.episode ?? 0, asOf);
        heard.push({ on: asOf, kind, currency, stage, tell, letter, lapse });
      }
    },
  };
}

function monthAround(day: CalendarDate): Lapse {
  const month = day.slice(0, 'YYYY-MM'.length);
  return { from: `${month}-01`, until: `${month}-31` };
}
