import { z } from 'zod';
import { openapi } from '../../shared/http/openapi.ts';
import type { Operation } from '../../shared/http/operation.ts';
import { OPERATIONS } from '../../shared/http/operations/all.ts';
import { Problem } from '../../shared/http/shapes/common.ts';
import type { Answer } from './sent.ts';

const Content = z.record(z.string(), z.looseObject({ schema: z.record(z.string(), z.unknown()) }));
const Responses = z.record(z.string(), z.object({ content: Content }).loose());

const documented = new Map(
  OPERATIONS.map(({ id, path, method }) => {
    const { responses } = openapi().paths[`/${path}`]?.[method.toLowerCase()] ?? {};
    return [id, Responses.parse(responses)];
  }),
);

const MOST_EXACT_FIRST = OPERATIONS.toSorted((a, b) => (a.path < b.path ? 1 : -1));

/**
 * The answer, if it is one that the document of the API describes: its status, its type, and what
 * is in it, nothing more. Throws otherwise.
 */
export function asDocumented(method: string, path: string, answer: Answer): Answer {
  const [asked = ''] = `api/${path}`.split('?', 1);
  const operation = MOST_EXACT_FIRST.find((each) => each.method === method && isAt(asked, each));
  // The host refuses keys by itself, without a word.
  if (operation === undefined || answer.text === '') return answer;
  const content = documented.get(operation.id)?.[answer.status]?.content;
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';', 1);
  const schema = content?.[type]?.schema;
  if (schema === undefined)
    throw new Error(`${operation.id} answers ${answer.status} as ${type}, which is not documented`);
  const described = '$ref' in schema ? Problem.strict() : z.fromJSONSchema(schema);
  const { error } = described.safeParse(type === 'text/csv' ? answer.text : answer.body);
  if (error === undefined) return answer;
  throw new Error(`${operation.id} answers what is not documented: ${z.prettifyError(error)}`);
}

const isAt = (asked: string, { path }: Operation): boolean =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(asked);
