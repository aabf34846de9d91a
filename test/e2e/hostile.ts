import fc from 'fast-check';
import { z } from 'zod';
import type { Operation } from '../../shared/http/operation.ts';
import type { Request } from './sent.ts';

const encoded = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** What breaks keys, filters, days, amounts, prototypes, spreadsheets and pages elsewhere. */
const TEXTS = [
  ...['', ' ', '.', '..', '../../etc/passwd', 'a/../b', "x' or 1 eq 1 or 'a' eq '", '~', '~%%%'],
  ...['\\', '#', '?', '<img src=x onerror=alert(1)>', '__proto__', 'constructor', 'toString'],
  ...['\u0000', '\ud800', '\u202e', 'é'.repeat(400), 'x'.repeat(5_000), '=cmd|calc', '\r\nset: x'],
  ...['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '2026-13-45.20260317T020000Z'],
  ...['1e999', '-0', '9'.repeat(30), '0.0000001', 'NaN', '*', 'W/"x"', '"', '-1', '1e9'],
  ...[0, -1, 1e308, Number.MAX_SAFE_INTEGER, '\u0000', '\ud800', 'x'.repeat(900), [], null].map(
    encoded,
  ),
  encoded({ runId: '2026-13-45.20260317T020000Z', sort: 'name', passed: 0 }),
  encoded({ id: '2026-03-17.20260317T020000Z', startedAt: '0000-01-01T00:00:00Z' }),
];

const RAW = [
  '%00',
  '%2F',
  '%2e%2e%2f',
  '%c0%af',
  '%ff',
  '%',
  '%252e',
  '..;',
  '//',
  '%20',
  '%u0041',
];

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

const leaf = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [[]]),
);

/** What each name stands for where a request is as it should be. */
export const NAMED: Readonly<Record<string, string>> = {
  runId: '2026-03-17.20260317T020000Z',
  customerId: 'C-1003',
  arrangementId: 'a1',
  currency: 'EUR',
  place: '2026-03-17.20260317T020000Z',
  emailId: '070d0bf8-c562-5fc7-9e38-3c4abe3e4cd0',
  amount: '12.50',
  asOf: '2026-03-17',
  text: '{}',
  email: 'a@reseller.example',
  from: '2026-03-17',
  until: '2026-03-25',
};

const Schema = z.looseObject({
  enum: z.array(z.unknown()).optional(),
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** Near what the schema asks for, with something hostile in it. */
function near(schema: unknown, name = ''): fc.Arbitrary<unknown> {
  const { enum: options, type, properties, items } = Schema.parse(schema ?? {});
  if (properties !== undefined) {
    const each = Object.entries(properties).map(([key, value]) => [key, near(value, key)] as const);
    const record = Object.fromEntries(each);
    return fc.oneof(fc.record(record, { requiredKeys: [] }), fc.record(record));
  }
  if (items !== undefined) return fc.oneof(fc.array(near(items, name), { maxLength: 120 }), leaf);
  return fc.oneof(
    { weight: 12, arbitrary: asWanted(type, options, name) },
    { weight: 2, arbitrary: leaf },
  );
}

function asWanted(
  type: string | undefined,
  options: readonly unknown[] | undefined,
  name: string,
): fc.Arbitrary<unknown> {
  if (options !== undefined) return fc.constantFrom(...options);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: 1, max: 200 });
  return fc.constantFrom(NAMED[name] ?? 'x', NAMED[name] ?? 'x', '0001-01-01', '9999-12-31');
}

const jsonSchema = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** The names that a request can carry, by its schemas. */
export const namesIn = (...schemas: readonly z.ZodType[]): string[] =>
  schemas.flatMap((schema) => Object.keys(Schema.parse(jsonSchema(schema)).properties ?? {}));

const segment = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(NAMED[name] ?? 'x') },
    { weight: 2, arbitrary: text.map((each) => encodeURIComponent(each.toWellFormed())) },
    {
      weight: 1,
      arbitrary: text.map((each) => `~${Buffer.from(each).toString('base64url')}`),
    },
    { weight: 1, arbitrary: fc.constantFrom(...RAW) },
  );

const path = ({ path: template, params }: Operation): fc.Arbitrary<string> =>
  fc
    .record(Object.fromEntries(namesIn(params).map((name) => [name, segment(name)])))
    .map((values) => template.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name]}`));

/** Known names, unknown ones, and the same one twice. */
const query = (operation: Operation): fc.Arbitrary<string> => {
  const names = [...namesIn(operation.query), '__proto__', 'code', '$filter'];
  const value = fc.oneof(
    text.map((each) => encodeURIComponent(each.toWellFormed())),
    fc.constantFrom(...RAW),
    fc.constantFrom('2026-03-17', '50', 'queued'),
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 4 })
    .map((pairs) => pairs.map(([name, each]) => `${name}=${each}`).join('&'));
};

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'if-match': [
    '*',
    '"x"',
    `W/"datetime'2026-03-17T02%3A00%3A00Z'"`,
    '',
    "'",
    'é',
    'x'.repeat(4_000),
  ],
  'if-none-match': ['*', '"x"', ''],
  'accept-language': ['nl;q=NaN', ';;;,,,', 'sv;q=1e999', '*', 'en-'.repeat(900), '<script>'],
  accept: ['text/csv', 'text/html', '*/*;q=', 'application/xml'],
  'content-type': ['application/json', 'application/json; charset=utf-16', 'text/plain', ''],
  'content-encoding': ['gzip', 'br'],
  range: ['bytes=0-1', 'bytes=-9999999999', 'lines=1'],
  origin: ['null', 'https://evil.example', '::'],
  cookie: ['a=b'],
  'x-duewatch': ['1', '2'],
  'x-duewatch-user': ['%00%0a', '%', '%F0%9F%92%A9', '<b>', 'x'.repeat(4_000)],
  'x-http-method-override': ['DELETE'],
};

/** Whoever makes something new may mean to; the other half of requests sends anything at all. */
const headers = ({ isGuarded }: Operation): fc.Arbitrary<Request['headers']> =>
  fc.oneof(
    fc.constant<Request['headers']>(isGuarded === true ? { 'if-none-match': '*' } : {}),
    fc
      .subarray(Object.entries(HEADERS), { maxLength: 4 })
      .chain((some) =>
        fc.record(
          Object.fromEntries(some.map(([name, values]) => [name, fc.constantFrom(...values)])),
        ),
      ),
  );

const body = ({ method, body: schema }: Operation): fc.Arbitrary<string | undefined> => {
  if (method === 'GET') return fc.constant(undefined);
  const json = jsonSchema(schema);
  return fc.oneof(
    { weight: 8, arbitrary: near(json).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{',
        'null',
        '1e999',
        '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
        `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
        `"${'x'.repeat(300_000)}"`,
      ),
    },
  );
};

/** A request to an operation with anything in any place of it. */
export const hostileRequest = (operation: Operation): fc.Arbitrary<Request> =>
  fc
    .record({
      path: path(operation),
      query: query(operation),
      headers: headers(operation),
      body: body(operation),
    })
    .map((parts) => ({
      method: operation.method,
      path: `/${parts.path}${parts.query === '' ? '' : `?${parts.query}`}`,
      headers: parts.headers,
      body: parts.body,
    }));
