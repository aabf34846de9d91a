import { moved } from '../../format/days.ts';
import type { Arrangement, Customer, NewArrangement } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Kind = NewArrangement['kind'];
type Before = Arrangement | undefined;

/** What each kind needs to be said about it. */
const ABOUT: Readonly<Record<string, readonly ('invoice' | 'amount' | 'until')[]>> = {
  hold: ['invoice', 'until'],
  dispute: ['invoice', 'until'],
  promise: ['invoice', 'amount', 'until'],
  'write-off': ['invoice', 'amount'],
  'fraud-case': ['until'],
  snooze: ['until'],
};

const PROMISED_WITHIN_DAYS = 7;

export function arrangementFields(kind: Kind, seen: Customer, before: Before): TemplateResult {
  const about = ABOUT[kind] ?? [];
  return html`
    ${about.includes('invoice') ? invoiceField(seen, before) : nothing}
    ${about.includes('amount') ? amountFields(seen, before) : nothing}
    <div class="pair">${fromField(kind, seen, before)} ${about.includes('until') ? untilField(kind, seen, before) : nothing}</div>
    <label class="field">
      <span>${words().forms.reason}</span>
      <textarea name="reason" required maxlength="500" .value=${before?.reason ?? ''}></textarea>
      <span class="hint">${words().forms.reasonHint}</span>
    </label>`;
}

const invoiceField = ({ invoices }: Customer, before: Before): TemplateResult => html`
  <label class="field">
    <span>${words().forms.invoice}</span>
    <select name="invoiceId">
      <option value="">${words().forms.allInvoices}</option>
      ${invoices.map(
        ({ invoiceId }) =>
          html`<option value=${invoiceId} .selected=${invoiceId === before?.invoiceId}>${invoiceId}</option>`,
      )}
    </select>
  </label>`;

const amountFields = ({ accounts, customer }: Customer, before: Before): TemplateResult => {
  const known = accounts.map(({ currency }) => currency);
  const currencies = known.length === 0 ? [customer.currency] : known;
  return html`<div class="pair">
    <label class="field">
      <span>${words().forms.amount}</span>
      <input
        name="amount"
        inputmode="decimal"
        pattern="[0-9]+([.,][0-9]+)?"
        .value=${before?.amount ?? ''}
      >
      <span class="hint">${words().forms.amountHint}</span>
    </label>
    <label class="field">
      <span>${words().forms.currency}</span>
      <select name="currency">
        ${currencies.map((each) => html`<option .selected=${each === before?.currency}>${each}</option>`)}
      </select>
    </label>
  </div>`;
};

const fromField = (kind: Kind, { today }: Customer, before: Before): TemplateResult =>
  dayField(
    kind === 'fraud-case' ? words().forms.firstDay : words().forms.from,
    'from',
    before?.from ?? today,
    true,
  );

const untilField = (kind: Kind, { today }: Customer, before: Before): TemplateResult => {
  const isPromise = kind === 'promise';
  const day = isPromise ? moved(today, PROMISED_WITHIN_DAYS) : '';
  return dayField(
    isPromise ? words().forms.promisedBy : words().forms.until,
    'until',
    before?.until ?? day,
    isPromise,
  );
};

const dayField = (
  title: string,
  name: string,
  day: string,
  isRequired: boolean,
): TemplateResult => html`
  <label class="field">
    <span>${title}</span>
    <input type="date" name=${name} .value=${day} ?required=${isRequired}>
  </label>`;
