import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as it goes over the wire: its path as it is, however odd. */
export type Request = {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};

/** Not by fetch, which tidies paths up before it sends them. */
export async function sent(url: string, { body, ...asked }: Request): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const length = { 'content-length': `${Buffer.byteLength(body ?? '')}` };
  const { hostname, port } = new URL(url);
  const headers = { ...asked.headers, ...(body !== undefined && length) };
  request({ hostname, port, ...asked, headers }, (response) => {
    text(response).then((all) => {
      const seen = new Headers(
        Object.entries(response.headers).map(([name, value]) => [name, `${value}`]),
      );
      const isJson = /json/.test(seen.get('content-type') ?? '');
      resolve({
        status: response.statusCode ?? 0,
        headers: seen,
        text: all,
        body: isJson ? JSON.parse(all) : undefined,
      });
    }, reject);
  })
    .on('error', reject)
    .end(body);
  return await promise;
}
