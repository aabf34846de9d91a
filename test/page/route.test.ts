import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, addressWith, routeOf } from '../../page/shell/route.ts';

describe('addresses within the page', () => {
  test.each([
    { hash: '', place: 'portfolio', id: undefined },
    { hash: '#/customers', place: 'customers', id: undefined },
    { hash: '#/customers/C-1006', place: 'customers', id: 'C-1006' },
    {
      hash: '#/runs/2026-03-17.20260317T020000Z',
      place: 'runs',
      id: '2026-03-17.20260317T020000Z',
    },
    { hash: '#/nowhere/at/all', place: 'portfolio', id: undefined },
    { hash: '#/customers/%E0%A4%A', place: 'customers', id: undefined },
  ])('"$hash" is $place', ({ hash, place, id }) => {
    expect(routeOf(hash)).toEqual({ place, id, query: {} });
  });

  test('any id survives its way through an address', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        expect(routeOf(addressOf('customers', id))).toEqual({ place: 'customers', id, query: {} });
      }),
    );
  });

  test('what is shown of a place survives its way through an address', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.dictionary(text, text, { noNullPrototype: true }), (query) => {
        expect(routeOf(addressWith('customers', query))).toEqual({
          place: 'customers',
          id: undefined,
          query,
        });
      }),
    );
  });

  test('what is empty is not in an address', () => {
    expect(addressWith('customers', { stage: '', flag: undefined })).toBe('#/customers');
    expect(addressWith('customers', { stage: 'final-notice' })).toBe(
      '#/customers?stage=final-notice',
    );
  });
});
