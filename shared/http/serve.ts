import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import type { z } from 'zod';
import type { Language } from '../languages/language.ts';
import { acceptedLanguage } from './accepted-language.ts';
import { type Caller, callerOf, demand, type PlatformAuthentication } from './caller.ts';
import { endpoint, input } from './endpoint.ts';
import type { Operation } from './operation.ts';
import { readBody } from './read-body.ts';
import { refuseOtherSites } from './same-site.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export type Call<Params, Query, Body> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  readonly language: Language;
  readonly request: HttpRequest;
};

/** `content` is the answer as JSON, `csv` the same as the text that was asked for instead. */
export type Reply<Content> = {
  readonly status?: 200 | 201 | 202;
  readonly headers?: Readonly<Record<string, string>>;
} & ({ readonly content: Content } | { readonly csv: string });

/**
 * Registers an operation: who may, then what was sent, then what it does. A key is asked for on
 * every route, unless the platform signs everybody in and a setting says that this is enough.
 */
export function serve<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  operation: Operation<Params, Query, Body, Answer>,
  { PLATFORM_AUTHENTICATION: trust }: { readonly PLATFORM_AUTHENTICATION: PlatformAuthentication },
  handle: (
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Reply<z.input<Answer>>>,
): void {
  app.http(operation.id, {
    methods: [operation.method],
    route: operation.path,
    authLevel: trust === 'without-key' ? 'anonymous' : 'function',
    handler: endpoint(
      async (request) => {
        const caller = callerOf(request, trust);
        demand(caller, operation.needs);
        if (operation.method !== 'GET') refuseOtherSites(request);
        const params = input(operation.params, request.params);
        const query = input(operation.query, Object.fromEntries(request.query));
        const body = input(
          operation.body,
          operation.method === 'GET' ? {} : await readBody(request),
        );
        const language = acceptedLanguage(request.headers.get('accept-language'));
        const reply = await handle({ params, query, body, caller, language, request });
        return answer(reply, language, operation);
      },
      operation.isGuarded ? 412 : 409,
    ),
  });
}

const answer = (
  reply: Reply<unknown>,
  language: Language,
  { statuses, isSpoken }: Operation,
): HttpResponseInit => ({
  status: reply.status ?? statuses[0],
  headers: {
    ...SECURITY_HEADERS,
    ...reply.headers,
    ...(isSpoken && { 'content-language': language, vary: 'accept-language' }),
    'content-type': 'csv' in reply ? 'text/csv; charset=utf-8' : 'application/json',
  },
  body: 'csv' in reply ? reply.csv : JSON.stringify(reply.content),
});
