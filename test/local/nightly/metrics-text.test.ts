import { expect, test } from 'vitest';
import { metricsText } from '../../../local/nightly/metrics-text.ts';

const dso = { name: 'DSO', unit: 'days', definition: 'Receivables ÷ sales' } as const;

test('a metric has a figure per currency and its definition below', () => {
  const text = metricsText([
    { ...dso, currency: 'EUR', value: 41 },
    { ...dso, currency: 'SEK', value: null },
  ]);

  expect(text.split('\n').slice(0, 2)).toEqual([
    '  DSO                             EUR 41.0 days   SEK none',
    '    Receivables ÷ sales',
  ]);
});

test('no line is longer than a screen is wide', () => {
  const definition = 'sales of the month '.repeat(12);
  const lines = metricsText([{ ...dso, definition, currency: 'EUR', value: 1 }]).split('\n');

  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  expect(lines.slice(1, 4).join(' ').replace(/\s+/g, ' ').trim()).toBe(definition.trim());
});

test('a night without receivables has no metrics to print', () => {
  expect(metricsText([])).toBe('');
});
