import { z } from 'zod';
import { Language } from '../languages/language.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations/all.ts';
import { Problem } from './shapes/common.ts';

const PROBLEMS = {
  400: 'The request cannot be read',
  401: 'Nobody is signed in, or the key is wrong',
  403: 'The caller may not do this',
  404: 'There is nothing of that name',
  409: 'What is asked does not go with how things stand',
  412: 'Somebody else changed it meanwhile: read it again',
  413: 'The request is too large',
  415: 'The request is not JSON',
  422: 'What is asked cannot be done',
  428: 'Say which version is meant, with If-Match or If-None-Match',
};

/** The document of the API, made from what parses its requests and shapes its answers. */
export const openapi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Duewatch',
    version: '1.0.0',
    description:
      'Who owes, who overspends, why somebody was or was not written to, and what happens next. It only grows: fields and operations are added, and none changes its meaning.',
  },
  servers: [{ url: '/' }],
  security: [{ key: [] }, { platform: [] }],
  paths: Object.fromEntries(
    [...Map.groupBy(OPERATIONS, ({ path }) => `/${path}`)].map(([path, operations]) => [
      path,
      Object.fromEntries(operations.map((each) => [each.method.toLowerCase(), described(each)])),
    ]),
  ),
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'x-functions-key' },
      platform: {
        type: 'http',
        scheme: 'bearer',
        description: 'Microsoft Entra, where App Service authentication is on',
      },
    },
    schemas: { Problem: jsonSchema(Problem, 'output') },
  },
});

function described({ id, summary, needs, params, query, body, ...operation }: Operation) {
  const hasBody = Object.keys(propertiesOf(jsonSchema(body, 'input'))).length > 0;
  return {
    operationId: id,
    summary,
    description: `Needs the permission to ${needs}.`,
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(operation.isGuarded ? GUARDS : []),
      ...(operation.isSpoken ? [ACCEPT_LANGUAGE] : []),
    ],
    ...(hasBody && {
      requestBody: { content: { 'application/json': { schema: jsonSchema(body, 'input') } } },
    }),
    responses: { ...answers(operation), ...problems() },
  };
}

function answers({ answer, alsoAs, statuses }: Pick<Operation, 'answer' | 'alsoAs' | 'statuses'>) {
  const schema = jsonSchema(answer, 'output');
  const content = {
    ...(schema['type'] !== 'string' && { 'application/json': { schema } }),
    ...(alsoAs !== undefined && { [alsoAs]: { schema: { type: 'string' } } }),
  };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: DESCRIPTIONS[status], content }]),
  );
}

const DESCRIPTIONS = {
  200: 'Done',
  201: 'Recorded anew',
  202: 'Under way: `location` says where to look',
};

const problems = () =>
  Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [
      status,
      {
        description,
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );

const GUARDS = ['if-match', 'if-none-match'].map((name) => ({
  name,
  in: 'header',
  required: false,
  schema: { type: 'string' },
}));

const ACCEPT_LANGUAGE = {
  name: 'accept-language',
  in: 'header',
  required: false,
  description: `The language (${Language.options.join(', ')}) of each \`because\` with a \`language\` beside it, which says what it is in: English unless another is asked for, and where only a text is known.`,
  schema: { type: 'string' },
};

const Properties = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

const propertiesOf = (schema: unknown) => Properties.parse(schema).properties;

function parametersOf(schema: z.ZodType, place: 'path' | 'query') {
  const { properties, required } = Properties.parse(jsonSchema(schema, 'input'));
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
