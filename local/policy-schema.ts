import { z } from 'zod';
import { Policy } from '../shared/policy/policy.ts';

/** The JSON Schema of policy.json as people write it, for editors; as text, ready to be a file. */
export function policySchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(Policy, { io: 'input' });
  const about = {
    $schema,
    $id: 'policy.schema.json',
    title: 'Duewatch policy',
    description: 'The rules of a reseller. Everything has a default, so {} is a policy.',
  };
  return `${JSON.stringify({ ...about, ...schema }, null, 2)}\n`;
}
