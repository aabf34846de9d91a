import { figure } from '../../../shared/decisions/count-text.ts';
import type { CurrencyCode } from '../../../shared/ledger/money.ts';
import { type Course, NO_STAGE } from '../course.ts';
import { nightsWithAccounts } from '../nights-with-accounts.ts';
import { overdueOnStages } from '../overdue-on-stage.ts';
import type { Replayed } from '../replayed.ts';
import { stageNames } from '../summary/stage-names.ts';
import { type Chart, sharedMax } from './chart.ts';
import { chartFigure } from './chart-figure.ts';
import { stageColor } from './colors.ts';
import { chartedNights, heightsAt, valuesAt } from './course-points.ts';
import { dataTable } from './data-table.ts';
import { type Html, html } from './html.ts';
import { amountWords, moneyWords } from './money-words.ts';
import { seriesWords } from './series-words.ts';

/** Who stood on which stage, and how much was overdue there, night by night; A beside B. */
export function stagesSection({ policies, simulation: { tallies } }: Replayed): Html {
  const courses = tallies.map(({ course }) => course);
  const stages = stageNames(policies.map(({ policy }) => policy));
  const currencies = [...(courses[0]?.overdueOnStage.keys() ?? [])].sort();
  if (currencies.length === 0) return html``;
  return html`<section><h2>Who stood where</h2>
<p>An account is a customer in one currency. It stands on one stage a night, or on none.</p>
<div class="charts">${beside(courses.map((course) => accountsChart(course, stages)))}${currencies.map(
    (currency) => beside(courses.map((course) => overdueChart(course, stages, currency))),
  )}</div>
${overdueTable(courses, stages)}</section>`;
}

type Drawing = {
  readonly title: string;
  readonly course: Course;
  readonly chart: Chart;
  /** What words and figures are given for; the chart may leave out what would drown the rest. */
  readonly names: readonly string[];
  readonly text: (value: number) => string;
  readonly valueAt: (stage: string, at: number) => number;
};

/** Scales are shared, so that what is higher is more. */
function beside(drawings: readonly Drawing[]): Html {
  const max = drawings.length < 2 ? undefined : sharedMax(drawings.map(({ chart }) => chart));
  const figures = drawings.map(({ title, course, chart, names, text, valueAt }, at) =>
    chartFigure({
      title: drawings.length < 2 ? title : `${title}, under ${'AB'[at]}`,
      chart: { ...chart, ...(max === undefined ? {} : { max }) },
      alternative: names
        .map((stage) =>
          seriesWords(
            stage,
            course.days,
            course.days.map((_, night) => valueAt(stage, night)),
            text,
          ),
        )
        .join(' '),
      table: {
        columns: ['night', ...names],
        rows: nightsWithAccounts(course).map(({ day, at: night }) => [
          day,
          ...names.map((stage) => text(valueAt(stage, night))),
        ]),
      },
    }),
  );
  return html`${figures.map((each) => html`${each}\n`)}`;
}

function accountsChart(course: Course, stages: readonly string[]): Drawing {
  const nights = chartedNights(course.days);
  const names = [NO_STAGE, ...stages].filter((stage) => course.accounts.has(stage));
  return {
    title: 'Accounts on a stage',
    course,
    chart: {
      kind: 'stack',
      labels: labelsAt(course, nights),
      isWhole: true,
      series: names
        .filter((name) => name !== NO_STAGE)
        .map((name) => ({
          name,
          color: stageColor(name, stages),
          values: valuesAt(nights, course.accounts.get(name)),
        })),
    },
    names,
    text: figure,
    valueAt: (stage, at) => course.accounts.get(stage)?.[at] ?? 0,
  };
}

function overdueChart(course: Course, stages: readonly string[], currency: CurrencyCode): Drawing {
  const nights = chartedNights(course.days);
  const nightlies = course.overdueOnStage.get(currency);
  const series = [NO_STAGE, ...stages]
    .filter((stage) => nightlies?.get(stage)?.some((amount) => amount !== 0))
    .map((name) => ({
      name,
      color: stageColor(name, stages),
      values: heightsAt(nights, nightlies?.get(name), currency),
    }));
  return {
    title: `Overdue by stage, ${currency}`,
    course,
    chart: { kind: 'stack', labels: labelsAt(course, nights), series },
    names: series.map(({ name }) => name),
    text: (minorUnits) => amountWords(minorUnits, currency),
    valueAt: (stage, at) => nightlies?.get(stage)?.[at] ?? 0,
  };
}

function overdueTable(courses: readonly Course[], stages: readonly string[]): Html {
  const rows = overdueOnStages(courses, stages);
  const isOneNight = courses.every(({ days }) => days.length < 2);
  const measures: readonly { readonly name: string; readonly of: 'onLastNight' | 'mean' }[] = [
    { name: 'last night', of: 'onLastNight' },
    ...(isOneNight ? [] : [{ name: 'mean', of: 'mean' } as const]),
  ];
  const under = courses.map((_, at) => (courses.length < 2 ? '' : `, ${'AB'[at]}`));
  return dataTable({
    caption: `Overdue by stage, on the last night${isOneNight ? '' : ' and the mean of all nights'}`,
    columns: [
      'currency and stage',
      ...measures.flatMap(({ name }) => under.map((each) => `${name}${each}`)),
    ],
    rows: rows.map((row) => [
      `${row[0]?.currency} ${row[0]?.stage}`,
      ...measures.flatMap(({ of }) => row.map((each) => moneyWords(each[of], each.currency))),
    ]),
    figuresFrom: 1,
  });
}

const labelsAt = ({ days }: Course, nights: readonly number[]): readonly string[] =>
  nights.map((at) => days[at] ?? '');
