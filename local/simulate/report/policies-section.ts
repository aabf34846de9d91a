import type { DunningStage } from '../../../shared/policy/dunning-policy.ts';
import type { NamedPolicy } from '../named-policy.ts';
import type { Replayed } from '../replayed.ts';
import { dataTable } from './data-table.ts';
import { type Html, html, named } from './html.ts';

/** The ladders that were replayed, so that the report can be read without the files. */
export const policiesSection = ({ policies }: Replayed): Html =>
  html`<section><h2>${policies.length < 2 ? 'The policy' : 'The policies'}</h2>
${policies.map(
  ({ name, policy }, at) =>
    html`<h3>${policies.length < 2 ? html`` : html`${'AB'[at]}: `}${named(name)}</h3>
${laddersOf(policy)}`,
)}</section>`;

const laddersOf = ({ dunning }: NamedPolicy['policy']): readonly Html[] =>
  Object.entries(dunning).map(([ladder, { stages, scope, basis, boundary, progression }]) =>
    dataTable({
      caption: `Ladder ${ladder}: scope ${scope}, basis ${basis}, boundary ${boundary}, progression ${progression}`,
      columns: ['stage', 'days', 'tells', 'letter', 'actions'],
      rows: stages.map((stage) => [
        named(stage.name),
        daysOf(stage, basis),
        stage.tell.join(', '),
        stage.tell.includes('customer') ? stage.letter : '',
        stage.actions.join(', '),
      ]),
      figuresFrom: Number.POSITIVE_INFINITY,
    }),
  );

function daysOf({ afterDays, since, endOfMonth }: DunningStage, basis: string): string {
  const from = since === 'basis' ? basis.replace('-', ' ') : 'stage before';
  const days = Math.abs(afterDays);
  const text = `${days} day${days === 1 ? '' : 's'} ${afterDays < 0 ? 'before' : 'after'} ${from}`;
  return endOfMonth ? `${text}, moved to the end of its month` : text;
}
