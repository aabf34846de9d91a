import type { IncomingMessage } from 'node:http';
import type { TypedData } from '../core-types.ts';
import type { RouteParameters } from './routes.ts';

const MOST_BODY_BYTES = 100 * 1024 * 1024;

/** The URL a caller asked for; undefined for one that is none, or that carries a password. */
export function requestUrl({ url = '', headers }: IncomingMessage): URL | undefined {
  if (!url.startsWith('/')) return undefined;
  const asked = URL.parse(`http://${headers.host ?? 'localhost'}${url}`);
  return asked === null || asked.username !== '' || asked.password !== '' ? undefined : asked;
}

/** Undefined for a body of more than 100 MB, the platform's own limit. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request as the host hands it to the library. */
export function rpcRequest(
  request: IncomingMessage,
  url: URL,
  params: RouteParameters,
  bytes: Buffer,
): TypedData {
  const headers = headersOf(request);
  const query = queryOf(url);
  const http = { method: request.method, url: url.href, headers, query, params, body: { bytes } };
  return { http };
}

export const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );

/** A key that comes several times has its values joined by commas: so the platform passes them on. */
function queryOf({ searchParams }: URL): Record<string, string> {
  const keys = [...new Set(searchParams.keys())];
  return Object.fromEntries(keys.map((key) => [key, searchParams.getAll(key).join(',')]));
}
