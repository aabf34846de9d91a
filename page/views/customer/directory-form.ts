import { ask, type Values } from '../../parts/dialog.ts';
import {
  type Customer,
  type NewDirectory,
  putDirectory,
  removeDirectory,
} from '../../session/api.ts';
import { tell } from '../../shell/messages.ts';
import { html, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import type { Desk } from './customer.ts';
import { unlessChanged } from './unless-changed.ts';

/** Asks who the customer is elsewhere. What the books say is there to begin with. */
export function directoryForm({ customer, directory: entry }: Customer, desk: Desk): void {
  const { directory, forms } = words();
  ask({
    title: directory.formTitle,
    text: directory.formText,
    submit: forms.record,
    fields: html`
      ${idsField('tenantIds', directory.tenants, entry?.tenantIds ?? customer.tenantIds)}
      ${idsField('accountingIds', directory.accounts, entry?.accountingIds ?? customer.accountingIds)}
      <div class="pair">
        <label class="field">
          <span>${directory.managerName}</span>
          <input name="managerName" maxlength="200" .value=${entry?.accountManager?.name ?? ''}>
        </label>
        <label class="field">
          <span>${directory.managerEmail}</span>
          <input
            type="email"
            name="managerEmail"
            maxlength="320"
            .value=${entry?.accountManager?.email ?? ''}
          >
        </label>
      </div>`,
    async onSubmit(values) {
      await unlessChanged(desk, () =>
        putDirectory(customer.customerId, entryOf(values), entry?.etag ?? null),
      );
      tell(directory.recorded);
      await desk.again();
    },
  });
}

const idsField = (
  name: string,
  title: string,
  ids: readonly string[] | undefined,
): TemplateResult => html`
  <label class="field">
    <span>${title}</span>
    <textarea
      class="code"
      name=${name}
      rows="2"
      spellcheck="false"
      autocapitalize="off"
      .value=${(ids ?? []).join('\n')}
    ></textarea>
    <span class="hint">${words().directory.onePerLine}</span>
  </label>`;

function entryOf(values: Values): NewDirectory {
  const name = values('managerName');
  const email = values('managerEmail');
  const manager = { ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
  return {
    tenantIds: idsOf(values('tenantIds')),
    accountingIds: idsOf(values('accountingIds')),
    ...(Object.keys(manager).length > 0 && { accountManager: manager }),
  };
}

const idsOf = (text = ''): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  ),
];

/** What the sources say holds again, from the next night on. */
export function leaveToSources(
  { customerId }: Customer['customer'],
  { etag }: NonNullable<Customer['directory']>,
  desk: Desk,
): void {
  const { directory } = words();
  ask({
    title: directory.leave,
    text: directory.leaveText,
    submit: directory.leave,
    isDangerous: true,
    fields: html``,
    async onSubmit() {
      await unlessChanged(desk, () => removeDirectory(customerId, etag));
      tell(directory.left);
      await desk.again();
    },
  });
}
