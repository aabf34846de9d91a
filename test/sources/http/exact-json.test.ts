import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExactJson } from '../../../shared/sources/http/exact-json.ts';

test('a number with twenty digits stays the text it was written in', () => {
  expect(parseExactJson('{"totalCost":120.56829999999999001,"n":[1E-05,0]}')).toEqual({
    totalCost: '120.56829999999999001',
    n: ['1E-05', '0'],
  });
});

test('what holds no numbers is parsed as ever', () => {
  const value = fc.jsonValue({ maxDepth: 4 }).filter((each) => !/\d/.test(JSON.stringify(each)));
  fc.assert(
    fc.property(value, (each) => {
      expect(parseExactJson(JSON.stringify(each))).toEqual(JSON.parse(JSON.stringify(each)));
    }),
  );
});
