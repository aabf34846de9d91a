import { expect, test } from 'vitest';
import { literalLine, shortLine } from '../../../shared/decisions/email/literal-line.ts';

test.each([
  { text: 'A\r\nBcc: x@y.example', line: 'A Bcc: x@y.example', because: 'no second line starts' },
  { text: 'A\u2028B\u0000C\tD', line: 'A B C D', because: 'every break and control is a space' },
  { text: 'pay \u202E00.001', line: 'pay \\u202E00.001', because: 'an override is written out' },
  { text: 'שלום', line: 'שלום', because: 'a name that reads from the right stays as it is' },
  { text: '<b>&amp;</b>', line: '<b>&amp;</b>', because: 'it is text, and not markup yet' },
  { text: '\uD800x', line: '\uFFFDx', because: 'half a character cannot be encoded' },
])('$text becomes one literal line: $because', ({ text, line }) => {
  expect(literalLine(text)).toBe(line);
});

test('a short line is cut between characters and says so', () => {
  expect(shortLine('a🙂bcd', 3)).toBe('a🙂…');
  expect(shortLine('a🙂b', 3)).toBe('a🙂b');
});
