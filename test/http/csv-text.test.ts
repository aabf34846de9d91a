import { expect, test } from 'vitest';
import { csvText } from '../../shared/http/csv-text.ts';

test.each([
  { cell: 'Contoso', text: 'Contoso', because: 'it is plain' },
  { cell: 'Smith, "Sons"', text: '"Smith, ""Sons"""', because: 'RFC 4180 quotes it' },
  { cell: '=HYPERLINK("x")', text: '"\'=HYPERLINK(""x"")"', because: 'it would be run' },
  { cell: '＝1+1', text: "'＝1+1", because: 'wide letters are computed as well' },
  { cell: '\n=1+1', text: '"\'\n=1+1"', because: 'what comes first counts' },
  { cell: '+31 20', text: "'+31 20", because: 'it would be computed' },
  { cell: { amount: '-12.34' }, text: '-12.34', because: 'an amount is a number' },
])('$cell is written as $text: $because', ({ cell, text }) => {
  expect(csvText(['name'], [[cell]])).toBe(`name\r\n${text}\r\n`);
});
