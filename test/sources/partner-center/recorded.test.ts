import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exactAmount } from '../../../shared/sources/amounts/exact-amount.ts';
import { parseExactJson } from '../../../shared/sources/http/exact-json.ts';
import { Collection, nextPage } from '../../../shared/sources/partner-center/collection.ts';
import { recordedExamples } from '../../recorded-examples.ts';

const text = recordedExamples('partner-center-examples.json');
const Examples = z.record(z.string(), z.unknown());
const answers = Object.entries(Examples.parse(parseExactJson(text ?? '{}')));
const lists = answers.flatMap(([name, answer]) => {
  const list = Collection.safeParse(answer).data;
  return list === undefined ? [] : [{ name, list }];
});
const Decimals = z.object({ unitPrice: z.string() });

const about = text === undefined ? ' (skipped: no recorded answers beside the project)' : '';

describe.skipIf(text === undefined)(`answers as the documentation has them${about}`, () => {
  test('thirteen of them are lists', () => {
    expect(lists).toHaveLength(13);
  });

  test.each(lists)('$name has a next page exactly where its links say so', ({ list }) => {
    const next = nextPage(list, '/self');

    expect(next === undefined).toBe(list.links?.next === undefined);
    expect(next?.uri ?? '/').toMatch(/^\/(?!v1)/);
  });

  test('a list that is sought has its token, one that is counted none', () => {
    const tokens = lists.map(({ list }) => nextPage(list, '/self')).filter((each) => each);

    expect(tokens.filter((each) => each?.token === 'AQAAAA==')).toHaveLength(3);
    expect(tokens.filter((each) => each?.uri.includes('offset='))).toHaveLength(4);
    expect(
      tokens.every((each) => (each?.token === undefined) === /offset=/.test(each?.uri ?? '')),
    ).toBe(true);
  });

  test('prices keep all the digits they were written with', () => {
    const prices = lists.flatMap(({ list }) =>
      list.items.flatMap((item) => Decimals.safeParse(item).data?.unitPrice ?? []),
    );

    expect(prices).toContain('0.0209496384791679');
    for (const price of prices) expect(() => exactAmount(price)).not.toThrow();
  });
});
