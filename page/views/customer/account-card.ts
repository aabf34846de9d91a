import { shortDay } from '../../format/days.ts';
import { isAboveZero, money } from '../../format/money.ts';
import { agingBar } from '../../parts/aging-bar.ts';
import { stageChip } from '../../parts/chips.ts';
import { figure, figures } from '../../parts/figure.ts';
import type { Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

export type Account = Customer['accounts'][number];

/** What is owed in one currency, how old it is, and the stage with its reason. */
export const accountCard = (account: Account, { accounts }: Customer): TemplateResult => {
  const { currency, open, overdue, stage, since, because, language, daysPastDue } = account;
  const { money: moneyWords, common, stages } = words();
  const name = accounts.length > 1 ? `${stages.title}, ${currency}` : stages.title;
  return html`<section class="card">
    <header>
      <h2>${name}</h2>
      <p>
        ${stage === null ? stages.none : stageChip(stage, daysPastDue)}
        ${since === null ? nothing : html`<span class="muted">${stages.since(shortDay(since))}</span>`}
      </p>
    </header>
    <p><strong>${words().customer.because}:</strong> <span lang=${language}>${because}</span></p>
    ${figures(
      [
        figure(moneyWords.open, money(open, currency)),
        figure(
          moneyWords.overdue,
          money(overdue, currency),
          isAboveZero(overdue) && daysPastDue > 0 ? common.daysPastDue(daysPastDue) : '',
        ),
      ],
      'plain',
    )}
    ${agingBar(
      Object.entries(account.aging).map(([bucket, amount]) => ({ bucket, amount })),
      currency,
      account.unapplied,
    )}
  </section>`;
};
