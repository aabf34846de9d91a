import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { TypedData } from '../core-types.ts';
import { cookieText, RpcCookie } from './cookie-text.ts';

const RpcResponse = z.object({
  statusCode: z.string(),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(RpcCookie).default([]),
  body: z.object({ bytes: z.instanceof(Uint8Array) }).nullish(),
});

/** Answers with what the library made of the handler's result; nothing returned is a 204. */
export function writeHttpResponse(
  response: ServerResponse,
  returned: TypedData | null | undefined,
): void {
  if (returned === null || returned === undefined || !('http' in returned)) {
    response.writeHead(204).end();
    return;
  }
  const { statusCode, headers, cookies, body } = RpcResponse.parse(returned.http);
  response.statusCode = Number(statusCode);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies.map(cookieText));
  response.end(body?.bytes);
}
