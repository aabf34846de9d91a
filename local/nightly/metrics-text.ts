import { METRIC_TERMS } from '../../shared/evaluation/metrics.ts';
import type { NightReport } from '../../shared/run/report/night-report.ts';

const NAME_CHARACTERS = 32;
const LINE_CHARACTERS = 96;

/** Each metric with its figures by currency, and below it how it is defined. */
export function metricsText(metrics: NightReport['metrics']): string {
  if (metrics.length === 0) return '';
  const byName = Map.groupBy(metrics, ({ name }) => name);
  return [
    ...[...byName].flatMap(([name, [first, ...others]]) =>
      first === undefined
        ? []
        : [
            `  ${name.padEnd(NAME_CHARACTERS)}${[first, ...others].map(figureText).join('   ')}`,
            ...wrapped(first.definition, '    '),
          ],
    ),
    ...wrapped(METRIC_TERMS, '  '),
  ].join('\n');
}

const figureText = ({ currency, value, unit }: NightReport['metrics'][number]): string =>
  `${currency} ${value === null ? 'none' : `${value.toFixed(1)} ${unit}`}`;

const wrapped = (text: string, indent: string): readonly string[] =>
  [...text.matchAll(new RegExp(`.{1,${LINE_CHARACTERS - 4}}(?: |$)`, 'g'))].map(
    ([line]) => `${indent}${line.trimEnd()}`,
  );
