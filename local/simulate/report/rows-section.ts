import { figure } from '../../../shared/decisions/count-text.ts';
import type { Replayed } from '../replayed.ts';
import { dataTable } from './data-table.ts';
import { type Html, html } from './html.ts';

/** What was read, and what could not be: a replay is as good as its rows. */
export const rowsSection = ({ files, rejects }: Replayed): Html =>
  html`<section><h2>What was read</h2>
${dataTable({
  caption: 'Rows by file',
  columns: ['file', 'rows', 'accepted', 'rejected', 'duplicates'],
  rows: files.map(({ file, rows, accepted, rejected, duplicates }) => [
    file,
    ...[rows, accepted, rejected, duplicates].map(figure),
  ]),
  figuresFrom: 1,
})}
${
  rejects.length === 0
    ? html``
    : dataTable({
        caption: 'The first rejected rows',
        columns: ['file', 'line', 'column', 'value', 'reason'],
        rows: rejects.map(({ file, line, column, value, reason }) => [
          file,
          figure(line),
          column,
          html`<bdi>${value}</bdi>`,
          reason,
        ]),
        figuresFrom: 1,
        wordsFrom: 2,
      })
}</section>`;
