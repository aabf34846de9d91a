import { longDay, shortDay } from '../../format/days.ts';
import { emailStatusChip } from '../../parts/chips.ts';
import { readEmailHere } from '../../parts/email-reader.ts';
import { wordFor } from '../../parts/name-of.ts';
import { type Choice, selectField } from '../../parts/select-field.ts';
import { table, under } from '../../parts/table.ts';
import { type EmailRow, listEmails, listRuns, type Runs } from '../../session/api.ts';
import { tell } from '../../shell/messages.ts';
import { empty, reasonOf } from '../../shell/states.ts';
import type { View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

const STATUSES = [
  'queued',
  'sending',
  'accepted',
  'delivered',
  'bounced',
  'suppressed',
  'failed',
] as const satisfies readonly EmailRow['status'][];

type Night = Runs['runs'][number];

/** `runId` empty: the last night. */
type Filter = { readonly runId: string; readonly status: string };

type Seen = {
  readonly filter: Filter;
  readonly rows: readonly EmailRow[];
  readonly next: string | undefined;
};

type Acts = {
  readonly choose: (change: Partial<Filter>) => void;
  readonly more: () => void;
  readonly read: (email: EmailRow) => void;
};

/** What a night said, and what has become of it. */
export const emails: View = async (screen, _, query) => {
  screen.title(words().emails.title);
  const nights = (await listRuns(undefined, screen.signal)).runs.filter(isNight);
  const start: Filter = {
    runId: nights.find(({ id }) => id === query['night'])?.id ?? '',
    status: STATUSES.find((each) => each === query['status']) ?? '',
  };
  let seen: Seen = { filter: start, rows: [], next: undefined };
  let asked = 0;
  // A filter holds from when it is chosen, and only the answer to the last question counts.
  const look = async (filter: Filter, after?: string): Promise<void> => {
    const mine = ++asked;
    seen = { ...seen, filter };
    const answer = await listEmails({ ...filter, after: after ?? '' }, screen.signal);
    if (mine !== asked) return;
    const before = after === undefined ? [] : seen.rows;
    seen = { filter, rows: [...before, ...answer.emails], next: answer.next };
    draw();
  };
  const safely = (work: Promise<void>): void =>
    void work.catch((error: unknown) => {
      if (!screen.signal.aborted) tell(reasonOf(error), 'bad');
    });
  const acts: Acts = {
    choose: (change) => {
      const filter = { ...seen.filter, ...change };
      screen.note({ night: filter.runId, status: filter.status }, 'step');
      safely(look(filter));
    },
    more: () => safely(look(seen.filter, seen.next)),
    read: (email) => safely(readEmailHere(email, screen.can.control, () => look(seen.filter))),
  };
  const draw = (): void => screen.show(page(seen, nights, acts));
  await look(seen.filter);
};

const isNight = ({ customerId, dryRun }: Night): boolean => customerId === null && !dryRun;

const page = (
  { filter, rows, next }: Seen,
  nights: readonly Night[],
  acts: Acts,
): TemplateResult => html`<div class="view">
  <header class="view-head">
    <div><h1>${words().emails.title}</h1><p class="muted">${words().emails.text}</p></div>
  </header>
  <section class="card">
    <div class="filters">
      ${nightField(nights, filter.runId, (runId) => acts.choose({ runId }))}
      ${statusField(filter.status, (status) => acts.choose({ status }))}
    </div>
    ${rows.length === 0 ? empty('emails', words().emails.none, words().emails.noneText) : list(rows, acts.read)}
    ${
      next === undefined
        ? nothing
        : html`<button type="button" class="button" @click=${acts.more}>${words().common.more}</button>`
    }
  </section>
</div>`;

const nightField = (
  nights: readonly Night[],
  chosen: string,
  choose: (runId: string) => void,
): TemplateResult =>
  selectField(
    words().runs.night,
    [['', words().portfolio.lastNight], ...nights.map(nightChoice)],
    chosen,
    choose,
  );

const nightChoice = ({ id, asOf }: Night): Choice => [id, longDay(asOf)];

const statusField = (chosen: string, choose: (status: string) => void): TemplateResult =>
  selectField(
    words().emails.status,
    [['', words().emails.anyStatus], ...STATUSES.map(statusChoice)],
    chosen,
    choose,
  );

const statusChoice = (status: (typeof STATUSES)[number]): Choice => [
  status,
  words().emailStatuses[status],
];

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
      {
        title: words().runs.night,
        isWide: true,
        cell: ({ asOf }) => html`<span class="number">${shortDay(asOf)}</span>`,
      },
      {
        title: say.status,
        cell: ({ status, because }) => html`
          ${emailStatusChip(status)}<span lang="en">${under(because)}</span>`,
      },
    ],
  });
};
