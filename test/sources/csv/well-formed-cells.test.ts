import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wellFormedCells } from '../../../shared/sources/csv/well-formed-cells.ts';

describe('wellFormedCells', () => {
  test.each([
    { text: 'a,"b",c', cells: ['a', 'b', 'c'], because: 'quotes belong to no cell' },
    { text: '"a,b","c\nd"', cells: ['a,b', 'c\nd'], because: 'quotes hold commas and line ends' },
    {
      text: '"a ""b""",',
      cells: ['a "b"', ''],
      because: 'two quotes are one, and nothing is empty',
    },
    { text: ' a , b', cells: ['a', 'b'], because: 'spaces around a bare cell are let pass' },
  ])('reads $text: $because', ({ text, cells }) => {
    expect(wellFormedCells(text)).toEqual(cells);
  });

  test.each(['"a', '"a"b', 'a"b', ' "a"', 'a\nb', '"a" ,b'])('leaves %j to the parser', (text) => {
    expect(wellFormedCells(text)).toBeUndefined();
  });

  test('whatever it reads, the parser reads so too', () => {
    const cells = fc.array(fc.constantFrom('a', ' ', '"', '""', ',', '\n', 'ü', '1'));
    const anyText = cells.map((parts) => parts.join('')).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(anyText, (text) => {
        const read = wellFormedCells(text);

        if (read !== undefined)
          expect([read]).toEqual(parse(text, { trim: true, relax_column_count: true }));
      }),
      { numRuns: 2_000 },
    );
  });
});
