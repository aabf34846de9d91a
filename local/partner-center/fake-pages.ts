import { exactBody } from '../fakes/exact-body.ts';
import type { FakeAnswer, FakeRequest } from '../fakes/fake-server.ts';
import { refused } from './fake-refusals.ts';

type PageOptions = {
  readonly size: number;
  /** Older answers tell links with /v1. */
  readonly hasVersionInLinks: boolean;
};

/** A page of a list by its seek token, which travels in a header and says where to go on. */
export function page<Item>(
  request: FakeRequest,
  items: readonly Item[],
  { size, hasVersionInLinks }: PageOptions,
  told: (item: Item) => unknown = (item) => item,
): FakeAnswer {
  const from = offsetOf(request);
  if (from === undefined) return refused(400, '3000', 'The continuation token is not valid.');
  const shown = items.slice(from, from + size).map(told);
  const next = from + size < items.length ? tokenAt(from + size) : undefined;
  const path = `${request.url.pathname}${request.url.search}`.replace(/^\/v1/, '');
  const uri = `${hasVersionInLinks ? '/v1' : ''}${path}`;
  return {
    status: 200,
    body: exactBody({
      totalCount: shown.length,
      items: shown,
      ...(next !== undefined && !hasVersionInLinks && { continuationToken: next }),
      links: {
        self: { uri, method: 'GET', headers: [] },
        ...(next !== undefined && {
          next: {
            uri: seeking(uri),
            method: 'GET',
            headers: [{ key: 'MS-ContinuationToken', value: next }],
          },
        }),
      },
      attributes: { objectType: 'Collection' },
    }),
  };
}

const seeking = (uri: string): string =>
  /seekOperation=/.test(uri) ? uri : `${uri}${uri.includes('?') ? '&' : '?'}seekOperation=Next`;

const tokenAt = (offset: number): string => Buffer.from(`at ${offset}`).toString('base64');

function offsetOf({ headers, url }: FakeRequest): number | undefined {
  const token = headers['ms-continuationtoken'];
  if (token === undefined) return 0;
  const [, offset] = /^at (\d+)$/.exec(Buffer.from(String(token), 'base64').toString()) ?? [];
  const isSeek = url.searchParams.get('seekOperation') === 'Next';
  return offset === undefined || !isSeek ? undefined : Number(offset);
}
