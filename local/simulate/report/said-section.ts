import { count, figure } from '../../../shared/decisions/count-text.ts';
import { AUDIENCES } from '../../../shared/policy/dunning-policy.ts';
import type { Replayed } from '../replayed.ts';
import { type SaidInSpan, saidInSpans } from '../said-in-spans.ts';
import { agreementColumns } from '../summary/comparison-tables.ts';
import { stageNames } from '../summary/stage-names.ts';
import { byStage, toldName } from '../summary/told-names.ts';
import { chartFigure } from './chart-figure.ts';
import { policyColor } from './colors.ts';
import { dataTable } from './data-table.ts';
import { type Html, html } from './html.ts';

/** What would have been said: month by month, and by what it was about. */
export function saidSection(replayed: Replayed): Html {
  const { letters = 0, lettersHeldBack = 0 } = replayed.simulation.tallies[0] ?? {};
  const held = `${count(letters, 'letter')} would have left, ${figure(lettersHeldBack)} were held back on their day.`;
  return html`<section><h2>What would have been said</h2>
<p>A letter goes to the customer, and all reasons of one night are one letter. Notices are what was decided to be told, to whomever. ${replayed.policies.length < 2 ? held : ''}</p>
<div class="charts">${spansFigure('Letters', 'letters', replayed)}
${spansFigure('Notices', 'notices', replayed)}</div>
${replayed.policies.length < 2 ? toldTable(replayed) : agreementsTable(replayed)}</section>`;
}

function spansFigure(title: string, of: 'letters' | 'notices', { simulation }: Replayed): Html {
  const sides = simulation.tallies.map(({ course }) => saidInSpans(course));
  const labels = sides[0]?.map(({ span }) => span) ?? [];
  const name = (at: number): string => (sides.length < 2 ? of : `${of}, under ${'AB'[at]}`);
  const most = (said: readonly SaidInSpan[]): string => {
    const top = said.reduce(
      (best, each) => (each[of] > best[of] ? each : best),
      said[0] ?? NOTHING,
    );
    return `${figure(said.reduce((sum, each) => sum + each[of], 0))} in all, most in ${top.span}: ${figure(top[of])}`;
  };
  const isByYear = labels.every((label) => !label.includes('-'));
  return chartFigure({
    title: `${title} by ${isByYear ? 'year' : 'month'}`,
    chart: {
      kind: 'bars',
      labels,
      isWhole: true,
      series: sides.map((said, at) => ({
        name: name(at),
        color: policyColor(at),
        values: said.map((each) => each[of]),
      })),
    },
    alternative: sides.map((said, at) => `${name(at)}: ${most(said)}.`).join(' '),
    table: {
      columns: [isByYear ? 'year' : 'month', ...sides.map((_, at) => name(at))],
      rows: labels.map((label, at) => [label, ...sides.map((said) => figure(said[at]?.[of] ?? 0))]),
    },
  });
}

const NOTHING: SaidInSpan = { span: '', letters: 0, notices: 0 };

function toldTable({ policies, simulation }: Replayed): Html {
  const stages = stageNames(policies.map(({ policy }) => policy));
  const rows = [...(simulation.tallies[0]?.told ?? [])].flatMap(([kind, ofKind]) =>
    [...ofKind]
      .sort(byStage(stages))
      .map(([stage, told]) => [
        toldName(kind, stage),
        figure(told.notices),
        ...AUDIENCES.map((audience) => figure(told[audience])),
      ]),
  );
  return dataTable({
    caption: 'Notices by what they are about, and how often each audience hears them',
    columns: ['notice', 'in all', ...AUDIENCES],
    rows,
    figuresFrom: 1,
  });
}

function agreementsTable({ policies, simulation: { comparison } }: Replayed): Html {
  if (comparison === undefined) return html``;
  const stages = stageNames(policies.map(({ policy }) => policy));
  const { names, columns } = agreementColumns(comparison, stages);
  return dataTable({
    caption: 'Notices under A and under B: how many are the same, and how the others differ',
    columns: ['notice', ...columns.map(({ name }) => name)],
    rows: names.map((name, row) => [name, ...columns.map(({ cells }) => cells[row] ?? '')]),
    figuresFrom: 1,
  });
}
