import { ask, type Values } from '../../parts/dialog.ts';
import { wordFor } from '../../parts/name-of.ts';
import {
  type Arrangement,
  type Customer,
  endArrangement,
  type NewArrangement,
  putArrangement,
} from '../../session/api.ts';
import { tell } from '../../shell/messages.ts';
import { html } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { arrangementFields } from './arrangement-fields.ts';
import type { Desk } from './customer.ts';
import { unlessChanged } from './unless-changed.ts';

type Kind = NewArrangement['kind'];

/** One that a person recorded, which can be changed as long as nobody else changed it. */
export type Entry = Arrangement & { readonly id: string; readonly etag: string };

/** Asks for what was agreed. A new one has an id from here, so that sending it twice records one. */
export function recordArrangement(
  kind: Kind,
  seen: Customer,
  entry: Entry | undefined,
  desk: Desk,
): void {
  const { forms } = words();
  const id = entry?.id ?? crypto.randomUUID();
  const { customerId } = seen.customer;
  ask({
    title: wordFor(forms.titles, kind),
    text: wordFor(forms.texts, kind),
    submit: forms.record,
    fields: arrangementFields(kind, seen, entry),
    async onSubmit(values) {
      const body = arrangementOf(kind, values, seen);
      await unlessChanged(desk, () => putArrangement(customerId, id, body, entry?.etag ?? null));
      tell(forms.recorded(wordFor(words().kinds, kind)));
      await desk.again();
    },
  });
}

function arrangementOf(kind: Kind, values: Values, { today }: Customer): NewArrangement {
  const invoiceId = values('invoiceId');
  const until = values('until');
  const amount = values('amount')?.replace(',', '.');
  const currency = values('currency');
  return {
    kind,
    from: values('from') ?? today,
    reason: values('reason') ?? '',
    ...(invoiceId !== undefined && { invoiceId }),
    ...(until !== undefined && { until }),
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
  };
}

export function endForm(entry: Entry, { customer }: Customer, desk: Desk): void {
  const { forms, customer: say, kinds } = words();
  const what = wordFor(kinds, entry.kind);
  ask({
    title: forms.endTitle(what),
    text: forms.endText,
    submit: say.endIt,
    isDangerous: true,
    fields: html`
      <label class="field"><span>${forms.reason}</span><input name="reason" maxlength="500"></label>`,
    async onSubmit(values) {
      const reason = values('reason') ?? '';
      await unlessChanged(desk, () =>
        endArrangement(customer.customerId, entry.id, reason, entry.etag),
      );
      tell(forms.ended(what));
      await desk.again();
    },
  });
}
