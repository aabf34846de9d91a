import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRoute, segmentsBelow } from '../../../../local/host/http/http-routes.ts';
import { readRoute } from '../../../../local/host/http/routes.ts';

const match = (template: string, path: string) =>
  readRoute(template).match(segmentsBelow('', path) ?? []);

describe('a route', () => {
  test.each([
    { template: 'runs/{id}', path: 'runs/a', params: { id: 'a' }, because: 'one part, one value' },
    { template: 'runs/{id}', path: 'RUNS/a', params: { id: 'a' }, because: 'case is no matter' },
    { template: 'runs/{id}', path: 'runs', params: undefined, because: 'the id is missing' },
    { template: 'runs/{id}', path: 'runs/', params: undefined, because: 'nothing is no id' },
    { template: 'runs/{id}', path: 'runs/a/b', params: undefined, because: 'b is too much' },
    { template: 'runs/{id?}', path: 'runs', params: {}, because: 'the id may be missing' },
    {
      template: 'runs/{id=last}',
      path: 'runs',
      params: { id: 'last' },
      because: 'it has a default',
    },
    { template: 'f/{*rest}', path: 'f/a/b', params: { rest: 'a/b' }, because: 'it takes the rest' },
    { template: 'f/{**rest}', path: 'f', params: {}, because: 'the rest may be nothing' },
    {
      template: '{a}-{b}',
      path: 'x-y-z',
      params: { a: 'x-y', b: 'z' },
      because: 'two in one part',
    },
    {
      template: '{name}.csv',
      path: 'rows.csv',
      params: { name: 'rows' },
      because: 'text around it',
    },
    { template: '{name}.csv', path: 'rowsXcsv', params: undefined, because: 'a dot is a dot' },
    { template: '{{x}}/{id}', path: '%7Bx%7D/1', params: { id: '1' }, because: 'doubled braces' },
    { template: '{none:maxlength(0)?}', path: '', params: {}, because: 'so one serves the root' },
    { template: '/runs/', path: 'runs', params: {}, because: 'slashes at the ends mean nothing' },
  ])('$template gives $params for "$path": $because', ({ template, path, params }) => {
    expect(match(template, path)).toEqual(params);
  });

  test.each([
    { constraint: 'int', yes: '-12', no: '1.5' },
    { constraint: 'int', yes: '2147483647', no: '2147483648' },
    { constraint: 'long', yes: '2147483648', no: 'x' },
    { constraint: 'guid', yes: '7d1a4a80-7f6c-4a3d-9d58-0c6c27b1c0aa', no: '7d1a4a80' },
    { constraint: 'bool', yes: 'TRUE', no: 'yes' },
    { constraint: 'alpha', yes: 'abc', no: 'a1' },
    { constraint: 'decimal', yes: '1.50', no: '1,50' },
    { constraint: 'datetime', yes: '2026-01-31', no: 'soon' },
    { constraint: 'length(3)', yes: 'abc', no: 'ab' },
    { constraint: 'length(1,2)', yes: 'ab', no: 'abc' },
    { constraint: 'minlength(2)', yes: 'ab', no: 'a' },
    { constraint: 'maxlength(2)', yes: 'ab', no: 'abc' },
    { constraint: 'min(5)', yes: '5', no: '4' },
    { constraint: 'max(5)', yes: '5', no: '6' },
    { constraint: 'range(2,4)', yes: '3', no: '5' },
    { constraint: 'regex(^a(b|c)$)', yes: 'ac', no: 'ad' },
    { constraint: 'regex(^\\d{{2}}$)', yes: '12', no: '123' },
    { constraint: 'int:min(3)', yes: '3', no: '2' },
  ])('{id:$constraint} takes $yes, not $no', ({ constraint, yes, no }) => {
    expect(match(`{id:${constraint}}`, yes)).toEqual({ id: yes });
    expect(match(`{id:${constraint}}`, no)).toBeUndefined();
  });

  test.each([
    { template: 'a/{id', says: 'close every brace' },
    { template: 'a/{id:colour}', says: 'Cannot read the route constraint "colour"' },
    { template: 'a/{}', says: 'Cannot read the route' },
  ])('$template is no route', ({ template, says }) => {
    expect(() => readRoute(template)).toThrow(says);
  });

  test('gives back any text that was put into its path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        expect(match('runs/{id}', `runs/${encodeURIComponent(id)}`)).toEqual({ id });
      }),
    );
  });
});

test.each([
  { path: 'a/new', meant: 'a/new', because: 'text is the most exact' },
  { path: 'a/12', meant: 'a/{id:int}', because: 'a constraint is more exact than none' },
  { path: 'a/x', meant: 'a/{id}', because: 'one part is more exact than the rest' },
  { path: 'a/x/y', meant: 'a/{*rest}', because: 'only the rest is so long' },
])('of several routes, "$path" means $meant: $because', ({ path, meant }) => {
  const templates = ['a/{*rest}', 'a/{id}', 'a/{id:int}', 'a/new'];
  const functions = templates.map((name) => ({
    name,
    methods: ['GET'],
    authLevel: 'anonymous' as const,
    route: readRoute(name),
    run: () => Promise.reject(new Error('not run')),
  }));

  const found = findRoute(functions, segmentsBelow('', path) ?? [], 'GET');

  expect(found.kind === 'found' && found.function.name).toBe(meant);
});
