import { shortDay } from '../../format/days.ts';
import { emailStatusChip } from '../../parts/chips.ts';
import { readEmailHere } from '../../parts/email-reader.ts';
import { wordFor } from '../../parts/name-of.ts';
import { table, under } from '../../parts/table.ts';
import { type EmailRow, listEmails } from '../../session/api.ts';
import { tell } from '../../shell/messages.ts';
import { empty, reasonOf } from '../../shell/states.ts';
import type { View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

const STATUSES = ['queued', 'sent', 'suppressed', 'failed'] as const;

type Seen = {
  readonly status: string;
  readonly rows: readonly EmailRow[];
  readonly next: string | undefined;
};

type Acts = {
  readonly choose: (status: string) => void;
  readonly more: () => void;
  readonly read: (email: EmailRow) => void;
};

/** What the last night said, and what has become of it. */
export const emails: View = async (screen) => {
  screen.title(words().emails.title);
  let seen: Seen = { status: '', rows: [], next: undefined };
  const look = async (status: string, after?: string): Promise<void> => {
    const query = { ...(status !== '' && { status }), ...(after !== undefined && { after }) };
    const answer = await listEmails(query, screen.signal);
    const before = after === undefined ? [] : seen.rows;
    seen = { status, rows: [...before, ...answer.emails], next: answer.next };
    draw();
  };
  const safely = (work: Promise<void>): void =>
    void work.catch((error: unknown) => {
      if (!screen.signal.aborted) tell(reasonOf(error), 'bad');
    });
  const acts: Acts = {
    choose: (status) => safely(look(status)),
    more: () => safely(look(seen.status, seen.next)),
    read: (email) => safely(readEmailHere(email, screen.can.control, () => look(seen.status))),
  };
  const draw = (): void => screen.show(page(seen, acts));
  await look('');
};

const page = ({ status, rows, next }: Seen, acts: Acts): TemplateResult => html`<div class="view">
  <header class="view-head">
    <div><h1>${words().emails.title}</h1><p class="muted">${words().emails.text}</p></div>
  </header>
  <section class="card">
    <div class="filters">${statusField(status, acts.choose)}</div>
    ${rows.length === 0 ? empty('emails', words().emails.none, words().emails.noneText) : list(rows, acts.read)}
    ${
      next === undefined
        ? nothing
        : html`<button type="button" class="button" @click=${acts.more}>${words().common.more}</button>`
    }
  </section>
</div>`;

const statusField = (chosen: string, choose: Acts['choose']): TemplateResult => html`
  <label class="field">
    <span>${words().emails.status}</span>
    <select
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) choose(target.value);
      }}
    >
      <option value="">${words().emails.anyStatus}</option>
      ${STATUSES.map(
        (each) =>
          html`<option value=${each} ?selected=${each === chosen}>${words().emailStatuses[each]}</option>`,
      )}
    </select>
  </label>`;

const list = (rows: readonly EmailRow[], read: Acts['read']): TemplateResult => {
  const { emails: say, emailKinds } = words();
  return table<EmailRow>({
    name: say.title,
    rows,
    columns: [
      {
        title: say.subject,
        cell: (email) => html`
          <button type="button" class="link" @click=${() => read(email)}>${email.subject}</button>
          ${under(email.to)}`,
      },
      { title: say.kind, isWide: true, cell: ({ kind }) => wordFor(emailKinds, kind) },
      { title: words().runs.night, isWide: true, cell: ({ asOf }) => shortDay(asOf) },
      {
        title: say.status,
        cell: ({ status, because }) => html`
          ${emailStatusChip(status)}<span lang="en">${under(because)}</span>`,
      },
    ],
  });
};
