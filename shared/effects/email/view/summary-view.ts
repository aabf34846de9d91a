import type { RunSummary } from '../../../decisions/email/content/operator-content.ts';
import type { EmailOf } from '../../../decisions/email/email.ts';
import { type Say, sayIn } from '../../../languages/phrase-in.ts';
import type { Words } from '../../../languages/words.ts';
import { wordsOf } from '../../../languages/words-of.ts';
import { callout, cell, columns, paragraph, quiet, table } from './blocks.ts';
import type { Block, Tint, View } from './view.ts';

const TINTS: Readonly<Record<RunSummary['run']['status'], Tint>> = {
  completed: 'good',
  'completed-with-failures': 'warn',
  failed: 'bad',
};

/** What failed comes first: it is what the operator can act on. */
export function summaryView({ content, language }: EmailOf<'summary'>): View {
  const words = wordsOf(language);
  const say = sayIn(language);
  const { brand, summary } = content;
  const { run, totals } = summary;
  return {
    language,
    brand,
    title: words.summary.title,
    preheader: preheaderOf(summary, words, say),
    blocks: [
      callout(
        words.summary.outcome(run.asOf, run.status, run.because && say(run.because)),
        TINTS[run.status],
      ),
      paragraph(words.summary.counted(totals)),
      paragraph(words.summary.read(totals)),
      ...(run.holdStages === undefined
        ? []
        : [callout(words.summary.held(say(run.holdStages)), 'warn')]),
      ...tables(summary, words, say),
    ],
    foot: [words.summary.run(run.id), words.dataAsOf(run.asOf), words.footer(brand.name)],
  };
}

function tables(all: RunSummary, words: Words, say: Say): Block[] {
  const { summary, digest, figures, andMore } = words;
  const more = all.totals.rejected - Math.min(all.rejected.length, MAX_REJECTED_SHOWN);
  return [
    ...failureBlocks(all, words, say),
    ...unownedBlocks(all, words),
    ...withoutTenantBlocks(all, words),
    ...table(
      summary.findings,
      columns(summary.finding),
      (all.findings ?? []).map((text) => [text]),
    ),
    ...table(
      summary.stages,
      columns(digest.stageTitle, `>${summary.customers}`, `>${digest.overdueTitle}`),
      all.stages.map(({ stage, customers, overdue, currency }) => [
        digest.stage(stage),
        figures.number(customers),
        figures.money({ minorUnits: overdue, currency }),
      ]),
    ),
    ...table(
      summary.emails,
      columns(summary.kindOfEmail, `>${summary.count}`),
      all.emails.map(({ kind, count }) => [summary.kinds[kind], figures.number(count)]),
    ),
    ...rejectedBlocks(all, words, say),
    ...(all.rejected.length > 0 && more > 0 ? [quiet(andMore(more))] : []),
  ];
}

/** The subject has counted: this says what to see to first, or how much there was to do. */
const preheaderOf = (
  { failures: [first], totals }: RunSummary,
  { summary }: Words,
  say: Say,
): string => (first === undefined ? summary.read(totals) : `${first.what}: ${say(first.because)}`);

/** What failed for one reason is one thing to mend. */
function failureBlocks(
  { failures, moreFailures = 0 }: RunSummary,
  words: Words,
  say: Say,
): Block[] {
  const { summary, why, andMore } = words;
  const rows = [...Map.groupBy(failures, ({ because }) => because)].map(([because, alike]) => {
    const named = alike.map(({ what }) => what).join(', ');
    const more = alike.reduce((sum, each) => sum + (each.more ?? 0), 0);
    return [more > 0 ? `${named} ${andMore(more)}` : named, say(because)];
  });
  return table(summary.failures, columns(summary.whatFailed, why), rows, {
    more: moreFailures > 0 ? andMore(moreFailures) : undefined,
  });
}

function unownedBlocks({ unowned = [], unownedFirst = [] }: RunSummary, words: Words): Block[] {
  if (unowned.length === 0) return [];
  const { summary, figures, andMore } = words;
  const money = (spent: number, currency: string): string =>
    figures.money({ minorUnits: spent, currency });
  const all = unowned.reduce((sum, { customers }) => sum + customers, 0);
  return [
    ...table(
      summary.unowned,
      columns(summary.customers, `>${summary.spent}`),
      unownedFirst.map(({ customerId, name, spent, currency }) => [
        cell(name, customerId),
        money(spent, currency),
      ]),
      {
        foot: unowned.map(({ customers, spent, currency }) => [
          `${summary.customers} (${figures.number(customers)})`,
          money(spent, currency),
        ]),
        more: all > unownedFirst.length ? andMore(all - unownedFirst.length) : undefined,
      },
    ),
    quiet(summary.unownedAdvice),
  ];
}

function withoutTenantBlocks({ withoutTenant }: RunSummary, words: Words): Block[] {
  const { customers = 0, first = [] } = withoutTenant ?? {};
  const { summary, why, andMore } = words;
  const rows = first.map(({ customerId, name, because }) => [cell(name, customerId), because]);
  return [
    ...table(summary.withoutTenant, columns(summary.customers, why), rows),
    ...(customers > first.length ? [quiet(andMore(customers - first.length))] : []),
  ];
}

const MAX_REJECTED_SHOWN = 20;

const rejectedBlocks = ({ rejected }: RunSummary, words: Words, say: Say): Block[] =>
  table(
    words.summary.rejected,
    columns(words.summary.where, words.why),
    rejected
      .slice(0, MAX_REJECTED_SHOWN)
      .map(({ file, line, column, value, reason }) => [
        cell(`${file}:${line}`, words.summary.column(column)),
        cell(say(reason), `${words.summary.value}: ${value}`),
      ]),
  );
