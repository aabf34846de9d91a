import { instant, longDay } from '../../format/days.ts';
import { count } from '../../format/numbers.ts';
import { chip, statusChip } from '../../parts/chips.ts';
import { startNightButton } from '../../parts/start-night.ts';
import { table, under } from '../../parts/table.ts';
import { listRuns, type Runs, readPortfolio } from '../../session/api.ts';
import { followRuns } from '../../session/follow-runs.ts';
import { tell } from '../../shell/messages.ts';
import { addressOf } from '../../shell/route.ts';
import { empty, reasonOf } from '../../shell/states.ts';
import type { View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

export type RunRow = Runs['runs'][number];

/** Every night there was, newest first, and what was started in between. */
export const runs: View = async (screen) => {
  screen.title(words().runs.title);
  const [{ today }, first] = await Promise.all([
    readPortfolio(screen.signal),
    listRuns(undefined, screen.signal),
  ]);
  let rows = first.runs;
  let next = first.next;
  const draw = (): void => {
    const start = screen.can.control ? startNightButton(today) : nothing;
    screen.show(page(rows, next === undefined ? undefined : () => void more(), start));
  };
  const more = async (): Promise<void> => {
    try {
      const older = await listRuns(next, screen.signal);
      rows = [...rows, ...older.runs];
      next = older.next;
      draw();
    } catch (error) {
      if (!screen.signal.aborted) tell(reasonOf(error), 'bad');
    }
  };
  draw();
  await followRuns(screen.signal, ({ runs: newest }) => {
    const known = new Set(newest.map(({ id }) => id));
    rows = [...newest, ...rows.filter(({ id }) => !known.has(id))];
    draw();
  });
};

const page = (
  rows: readonly RunRow[],
  more: (() => void) | undefined,
  start: TemplateResult | typeof nothing,
): TemplateResult => html`<div class="view">
  <header class="view-head">
    <div><h1>${words().runs.title}</h1><p class="muted">${words().runs.text}</p></div>
    <div class="actions">${start}</div>
  </header>
  <section class="card">
    ${rows.length === 0 ? empty('runs', words().runs.none, words().runs.noneText) : list(rows)}
    ${
      more === undefined
        ? nothing
        : html`<button type="button" class="button" @click=${more}>${words().common.more}</button>`
    }
  </section>
</div>`;

const list = (rows: readonly RunRow[]): TemplateResult => {
  const { runs: say } = words();
  const number = (title: string, value: (run: RunRow) => number | undefined) => ({
    title,
    isNumber: true,
    isWide: true,
    cell: (run: RunRow) => {
      const known = value(run);
      return known === undefined ? words().common.nothing : count(known);
    },
  });
  return table<RunRow>({
    name: say.title,
    rows,
    columns: [
      {
        title: say.night,
        cell: (run) => html`
          <a href=${addressOf('runs', run.id)}>${longDay(run.asOf)}</a>
          ${under(`${instant(run.startedAt)}, ${run.requestedBy === null ? say.timer : say.by(run.requestedBy)}`)}
          ${kindChips(run)}`,
      },
      { title: say.status, cell: ({ status }) => statusChip(status) },
      number(say.customers, ({ customers }) => customers ?? undefined),
      number(say.emails, ({ totals }) => totals?.emails),
      number(say.rejected, ({ totals }) => totals?.rejected),
    ],
  });
};

/** What makes a run something else than a night. */
export function kindChips({
  dryRun,
  isPreview,
  customerId,
}: Pick<RunRow, 'dryRun' | 'isPreview' | 'customerId'>): TemplateResult | typeof nothing {
  const { kinds } = words().runs;
  const names = [
    isPreview ? kinds.preview : '',
    dryRun && !isPreview ? kinds.dryRun : '',
    customerId === null ? '' : `${kinds.one}: ${customerId}`,
  ].filter((name) => name !== '');
  if (names.length === 0) return nothing;
  return html`<span class="chips">${names.map((name) => chip(name, 'accent'))}</span>`;
}
