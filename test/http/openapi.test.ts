import { globSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { openapi } from '../../shared/http/openapi.ts';
import { OPERATIONS } from '../../shared/http/operations/all.ts';
import * as customers from '../../shared/http/operations/customers.ts';
import * as desk from '../../shared/http/operations/desk.ts';
import * as emails from '../../shared/http/operations/emails.ts';
import * as policy from '../../shared/http/operations/policy.ts';
import * as runs from '../../shared/http/operations/runs.ts';

/** By the name that a function file serves it under. */
const served = new Set(
  globSync('functions/admin/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^serve\((\w+),/gm)].map(([, name]) => name),
  ),
);

const named = Object.entries({ ...customers, ...desk, ...emails, ...policy, ...runs });

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(openapi())));

    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test.each(named)('%s is served by a function of its name, and documented', (name, operation) => {
    const path = openapi().paths[`/${operation.path}`];

    expect(served).toContain(name);
    expect(globSync('functions/admin/*.ts').map((file) => file.split(/[\\/]/).at(-1))).toContain(
      `${operation.id}.ts`,
    );
    expect(path?.[operation.method.toLowerCase()]?.operationId).toBe(operation.id);
  });

  test('documents nothing else, and nothing is served that it leaves out', () => {
    expect(OPERATIONS.map(({ id }) => id).toSorted()).toEqual(
      named.map(([, { id }]) => id).toSorted(),
    );
    expect([...served].toSorted()).toEqual(named.map(([name]) => name).toSorted());
  });
});
