import { count } from '../../format/numbers.ts';
import { statusChip } from '../../parts/chips.ts';
import { table } from '../../parts/table.ts';
import type { Run } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Source = Run['progress']['sources'][number];

/** What each source gave, and what is odd about it. */
export const sourcesOfRun = (sources: readonly Source[]): TemplateResult | typeof nothing =>
  sources.length === 0
    ? nothing
    : html`<section class="card">
        <header><h2>${words().run.sources}</h2></header>
        ${sourcesTable(sources)}
      </section>`;

const sourcesTable = (sources: readonly Source[]): TemplateResult => {
  const { run, runs } = words();
  const number = (title: string, value: (source: Source) => number, isWide = true) => ({
    title,
    isNumber: true,
    isWide,
    cell: (source: Source) => count(value(source)),
  });
  return table<Source>({
    name: run.sources,
    rows: sources,
    columns: [
      {
        title: run.source,
        cell: ({ name, said }) => html`
          ${name}
          ${said.map(({ because, language }) => html`<span class="under" lang=${language}>${because}</span>`)}`,
      },
      { title: runs.status, cell: ({ status }) => statusChip(status) },
      number(runs.customers, ({ customers }) => customers, false),
      number(run.invoices, ({ invoices }) => invoices),
      number(run.payments, ({ payments }) => payments),
      number(run.spendRows, ({ spendRows }) => spendRows),
      number(runs.rejected, ({ rejected }) => rejected),
    ],
  });
};
