import type { z } from 'zod';
import { Policy } from './policy.ts';

/** The policy cannot be used; the message names every key that is wrong. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

/** Reads policy JSON; `where` is the file or address that messages name. Throws PolicyError. */
export function parsePolicy(text: string, where: string): Policy {
  const result = Policy.safeParse(parseJson(text, where), { error: missing });
  if (result.success) return result.data;
  throw unusablePolicy(where, result.error.issues.flatMap(problems));
}

export const unusablePolicy = (where: string, found: readonly string[]): PolicyError =>
  new PolicyError(
    `Cannot use the policy "${where}" because of what is listed here: correct it, policy.schema.json describes every key\n${found.join('\n')}`,
  );

/** What is wrong with a policy, a line each; none where it can be used. */
export function policyProblems(text: string, where: string): string[] {
  try {
    parsePolicy(text, where);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const [first = '', ...lines] = error.message.split('\n');
    return lines.length === 0 ? [first] : lines.map((line) => line.trim());
  }
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new PolicyError(
      `Cannot read the policy "${where}" because it is not JSON (${because}): correct it there`,
    );
  }
}

const missing = ({ code, input }: { code?: string; input?: unknown }): string | undefined =>
  code === 'invalid_type' && input === undefined ? 'is missing' : undefined;

function problems(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `  ${at([...issue.path, key])}: is not a key of the policy`);
  if (issue.code === 'invalid_key')
    return issue.issues.map(({ message }) => `  ${at(issue.path)}: ${message}`);
  return [`  ${at(issue.path)}: ${issue.message.replace(/^Invalid \w+: /, '')}`];
}

/** The path as one writes it in code: dunning.default.stages[1].afterDays. */
function at(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(the whole file)';
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
