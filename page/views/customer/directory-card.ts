import { instant } from '../../format/days.ts';
import { under } from '../../parts/table.ts';
import type { Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import type { Desk } from './customer.ts';
import { directoryForm, leaveToSources } from './directory-form.ts';

/** Who the customer is elsewhere: what a person entered, before what the sources say. */
export const directoryCard = (seen: Customer, desk: Desk): TemplateResult => {
  const { directory } = words();
  return html`<section class="card" id="directory">
    <header>
      <h2>${directory.title}</h2>
      ${
        desk.canControl
          ? html`<button
              type="button"
              class="button quiet"
              @click=${() => directoryForm(seen, desk)}
            >
              ${directory.change}
            </button>`
          : nothing
      }
    </header>
    ${known(seen)} ${seen.directory === null ? nothing : entered(seen.directory, seen, desk)}
  </section>`;
};

function known({ customer, directory: entry }: Customer): TemplateResult {
  const { directory, customers } = words();
  const named = (name: string, ids: readonly string[] = []): readonly TemplateResult[] =>
    ids.length === 0
      ? []
      : [
          html`<div><dt>${name}</dt><dd>${ids.map((id) => html`<span class="code">${id}</span>`)}</dd></div>`,
        ];
  const manager = entry?.accountManager;
  const rows = [
    ...named(directory.tenants, firstOf(entry?.tenantIds, customer.tenantIds)),
    ...named(directory.accounts, firstOf(entry?.accountingIds, customer.accountingIds)),
    ...named(directory.domains, customer.domains),
    ...named(customers.manager, manager ? [manager.name ?? manager.email ?? ''] : []),
  ];
  return rows.length === 0
    ? html`<p class="muted">${directory.nothing}</p>`
    : html`<dl class="known">${rows}</dl>`;
}

/** What was entered stands before what the books say. */
const firstOf = (
  entered: readonly string[] = [],
  books: readonly string[] = [],
): readonly string[] => (entered.length > 0 ? entered : books);

const entered = (
  entry: NonNullable<Customer['directory']>,
  seen: Customer,
  desk: Desk,
): TemplateResult => html`
  <div>
    ${under(words().directory.entered(entry.by, instant(entry.at)))}
    ${
      desk.canControl
        ? html`<button
            type="button"
            class="button quiet"
            @click=${() => leaveToSources(seen.customer, entry, desk)}
          >
            ${words().directory.leave}
          </button>`
        : nothing
    }
  </div>`;
