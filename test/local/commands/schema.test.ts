import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { policySchema } from '../../../local/policy-schema.ts';
import { run } from './run-command.ts';

const read = () => z.fromJSONSchema(z.looseObject({}).parse(JSON.parse(policySchema())));

test('policy.schema.json is what npm run schema writes', () => {
  expect(readFileSync('policy.schema.json', 'utf8')).toBe(policySchema());
});

test('schema --check ends with 0 while the file is current', async () => {
  expect(await run('schema', ['--check'])).toMatchObject({ code: 0, stderr: '' });
});

test('schema --write is no option', async () => {
  expect(await run('schema', ['--write'])).toMatchObject({ code: 2, stdout: '' });
});

test.each([
  { policy: readFileSync('sample/policy.json', 'utf8'), ok: true, because: 'the sample is one' },
  { policy: '{}', ok: true, because: 'everything has a default' },
  { policy: '{"dunnning":{}}', ok: false, because: 'an unknown key is an error' },
  { policy: '{"dunning":{"default":{"scope":"galaxy"}}}', ok: false, because: 'no such scope' },
  { policy: '{"dunning":{"default":{"stages":[{}]}}}', ok: false, because: 'a stage has a name' },
])('an editor accepts it: $ok, because $because', ({ policy, ok }) => {
  expect(read().safeParse(JSON.parse(policy)).success).toBe(ok);
});

const Node = z.looseObject({ description: z.string().optional(), $ref: z.string().optional() });

/** Paths of the keys below a part of the schema that say nothing of what they mean. */
function unexplained(part: unknown, path: string): string[] {
  if (Array.isArray(part)) return part.flatMap((each) => unexplained(each, path));
  const { success, data } = z.record(z.string(), z.unknown()).safeParse(part);
  if (!success) return [];
  const { properties = {}, ...rest } = data;
  const keys = Object.entries(z.record(z.string(), Node).parse(properties));
  return [
    ...keys.flatMap(([key, node]) =>
      (node.description ?? node.$ref) === undefined ? [`${path}.${key}`] : [],
    ),
    ...keys.flatMap(([key, node]) => unexplained(node, `${path}.${key}`)),
    ...Object.values(rest).flatMap((each) => unexplained(each, path)),
  ];
}

test('an editor can show what every key means', () => {
  expect(unexplained(JSON.parse(policySchema()), 'policy')).toEqual([]);
});
