import { shortDay } from '../../format/days.ts';
import { emailStatusChip } from '../../parts/chips.ts';
import { readEmailHere } from '../../parts/email-reader.ts';
import { wordFor } from '../../parts/name-of.ts';
import type { EmailRow } from '../../session/api.ts';
import { html, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import type { Desk } from './customer.ts';

/** What was written to the customer, and about it. */
export const emailsCard = (emails: readonly EmailRow[], desk: Desk): TemplateResult => html`
  <section class="card">
    <header><h2>${words().customer.emails}</h2></header>
    ${
      emails.length === 0
        ? html`<p class="muted">${words().customer.noEmails}</p>`
        : html`<ul class="lines">${emails.map((email) => line(email, desk))}</ul>`
    }
  </section>`;

const line = (email: EmailRow, desk: Desk): TemplateResult => html`
  <li>
    <div class="line-head">
      <button type="button" class="link" @click=${() => readEmailHere(email, desk.canControl, desk.again)}>
        ${email.subject}
      </button>
      ${emailStatusChip(email.status)}
    </div>
    <span class="under">${shortDay(email.asOf)} · ${wordFor(words().emailKinds, email.kind)} · ${email.to}</span>
  </li>`;
