import { count } from '../../format/numbers.ts';
import { figure, figures } from '../../parts/figure.ts';
import type { Run } from '../../session/api.ts';
import { html, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

/** What a run saw and made of it. */
export const totalsCard = (totals: NonNullable<Run['totals']>): TemplateResult => {
  const { run, runs } = words();
  return html`<section class="card">
    <header><h2>${run.totals}</h2></header>
    ${figures(
      [
        figure(runs.customers, count(totals.customers)),
        figure(run.failedCustomers, count(totals.failed)),
        figure(run.invoices, count(totals.invoices)),
        figure(run.payments, count(totals.payments)),
        figure(run.spendRows, count(totals.spendRows)),
        figure(runs.rejected, count(totals.rejected)),
        figure(run.duplicates, count(totals.duplicates)),
        figure(runs.emails, count(totals.emails)),
      ],
      'plain',
    )}
  </section>`;
};
