import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeOf } from '../../page/shell/route.ts';
import { customersAt, FLAGS, filterOf, SORTS } from '../../page/views/customers/filter.ts';
import { CustomersQuery } from '../../shared/http/shapes/portfolio.ts';
import { CUSTOMER_FLAGS } from '../../shared/run/desk/customer-row.ts';
import { SORTS as DESK_SORTS } from '../../shared/run/desk/desk-port.ts';

test('the page filters by every flag there is, and sorts by every order', () => {
  expect(FLAGS).toEqual(CUSTOMER_FLAGS);
  expect(SORTS).toEqual(DESK_SORTS);
});

describe('the filter of customers in an address', () => {
  test('is the filter again when the address is opened', () => {
    const filter = {
      search: 'b&v',
      stage: 'call',
      currency: 'EUR',
      sort: 'name',
      order: 'descending',
    } as const;

    expect(filterOf(routeOf(customersAt(filter)).query, ['EUR'])).toEqual(filter);
  });

  test.each([
    { query: { flag: 'rich' }, because: 'there is no such flag' },
    { query: { sort: 'salary', order: 'sideways' }, because: 'there is no such order' },
    { query: { currency: 'AAA' }, because: 'nobody has it' },
  ])('without $query, for $because', ({ query }) => {
    expect(filterOf(query, ['EUR'])).toEqual({});
  });

  test('is cut to what the API takes of a text', () => {
    expect(filterOf({ search: 'x'.repeat(300) }, []).search).toHaveLength(200);
  });

  test('whatever an address says, the API takes the filter', () => {
    const names = fc.constantFrom('search', 'stage', 'flag', 'currency', 'sort', 'order', 'rows');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ maxLength: 300 })), (query) => {
        expect(CustomersQuery.safeParse(filterOf(query, ['EUR'])).success).toBe(true);
      }),
    );
  });
});
