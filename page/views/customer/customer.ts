import { longDay } from '../../format/days.ts';
import { type Customer, type History, readCustomer, readHistory } from '../../session/api.ts';
import { ProblemError } from '../../session/problem.ts';
import { tell } from '../../shell/messages.ts';
import { addressOf } from '../../shell/route.ts';
import { empty, reasonOf } from '../../shell/states.ts';
import type { Screen, View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { accountCard } from './account-card.ts';
import { anomaliesCard } from './anomalies-card.ts';
import { arrangementsCard } from './arrangements-card.ts';
import { customerHead } from './customer-head.ts';
import { directoryCard } from './directory-card.ts';
import { emailsCard } from './emails-card.ts';
import { exposureCard } from './exposure-card.ts';
import { historyCard } from './history-card.ts';
import { invoicesCard } from './invoices-card.ts';
import { spendCard } from './spend-card.ts';
import { askSubscriptions, type SubscriptionsSeen } from './subscriptions.ts';
import { subscriptionsCard } from './subscriptions-card.ts';
import { tomorrowCard } from './tomorrow-card.ts';
import { withheldCard } from './withheld-card.ts';

/** What the cards may do besides showing: look again, and change what the person may change. */
export type Desk = {
  readonly canControl: boolean;
  readonly again: () => Promise<void>;
};

/** One customer: what is open, why it stands where it stands, what was said and done. */
export const customer: View = async (screen, id = '') => {
  let seen = await readCustomer(id, screen.signal).catch(unlessUnknown);
  if (seen === undefined) return screen.show(unknown());
  let history = await readHistory(id, undefined, screen.signal);
  let subscriptions: SubscriptionsSeen = 'loading';
  const more = async (): Promise<void> => {
    const older = await readHistory(id, history.next, screen.signal);
    const { next: _, ...rest } = older;
    history = { ...rest, events: [...history.events, ...older.events], ...nextOf(older) };
    draw();
  };
  const again = async (): Promise<void> => {
    [seen, history] = await Promise.all([
      readCustomer(id, screen.signal),
      readHistory(id, undefined, screen.signal),
    ]);
    draw();
  };
  const draw = (): void => {
    if (seen === undefined) return;
    screen.title(seen.customer.name);
    const desk = { canControl: screen.can.control, again };
    const card = subscriptionsCard(subscriptions, () => void ask());
    screen.show(page(seen, history, desk, safely(more, screen), card));
  };
  const ask = (): Promise<void> =>
    askSubscriptions(id, screen.signal, (now) => {
      subscriptions = now;
      draw();
    });
  draw();
  await ask();
};

const nextOf = ({ next }: History): Pick<History, 'next'> => (next === undefined ? {} : { next });

const safely =
  (work: () => Promise<void>, { signal }: Screen) =>
  (): void =>
    void work().catch((error: unknown) => {
      if (!signal.aborted) tell(reasonOf(error), 'bad');
    });

function unlessUnknown(error: unknown): undefined {
  if (error instanceof ProblemError && error.status === 404) return undefined;
  throw error;
}

const page = (
  seen: Customer,
  history: History,
  desk: Desk,
  more: () => void,
  subscriptions: TemplateResult | typeof nothing,
): TemplateResult => html`
  <div class="view">
    ${customerHead(seen, desk)}
    ${seen.asOf === null ? html`<p class="banner calm">${words().customer.neverDecided}</p>` : nothing}
    ${seen.accounts.map((account) => accountCard(account, seen))}
    ${anomaliesCard(seen.anomalies)}
    <div class="columns wide-first">
      ${invoicesCard(seen)}
      <div class="view">${tomorrowCard(seen)} ${arrangementsCard(seen, desk)} ${withheldCard(seen)}</div>
    </div>
    ${spendCard(seen, desk)}
    <div class="columns wide-first">
      ${historyCard(history, more)}
      <div class="view">${exposureCard(seen.exposure)} ${emailsCard(seen.emails, desk)} ${subscriptions}
        ${directoryCard(seen, desk)}</div>
    </div>
    <p class="muted small">
      ${seen.asOf === null ? nothing : words().common.asOf(longDay(seen.asOf))}
    </p>
  </div>`;

const unknown = (): TemplateResult => html`
  <div class="card">
    ${empty(
      'customers',
      html`<h1>${words().states.notFound}</h1>`,
      words().customer.unknown,
      html`<a class="button" href=${addressOf('customers')}>${words().customer.back}</a>`,
    )}
  </div>`;
