import { count } from '../../format/numbers.ts';
import { table, under } from '../../parts/table.ts';
import type { Rejects } from '../../session/api.ts';
import { html, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Reject = Rejects['rejects'][number];

/** Rows that were not used: where they are, and what to mend. */
export const rejectsCard = ({ rejects }: Rejects): TemplateResult => {
  const { run } = words();
  return html`<section class="card">
    <header><h2>${run.rejects}</h2></header>
    ${
      rejects.length === 0
        ? html`<p class="muted">${run.noRejects}</p>`
        : table<Reject>({
            name: run.rejects,
            rows: rejects,
            columns: [
              {
                title: run.file,
                cell: ({ file, line }) => html`${file}${under(`${run.line} ${count(line)}`)}`,
              },
              {
                title: run.column,
                cell: ({ column }) => html`<span class="code">${column}</span>`,
              },
              { title: run.value, cell: ({ value }) => html`<span class="code">${value}</span>` },
              {
                title: run.reason,
                cell: ({ reason, language }) => html`<span lang=${language}>${reason}</span>`,
              },
            ],
          })
    }
  </section>`;
};
