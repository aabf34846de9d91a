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

test('an editor can show what a key means', () => {
  expect(policySchema()).toContain('The IANA time zone that');
});
