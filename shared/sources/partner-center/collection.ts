import { z } from 'zod';

const Link = z.object({
  uri: z.string(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })).nullish(),
});

/** A page of anything. Its items are read one by one, so that one bad item costs itself alone. */
export const Collection = z.object({
  items: z.array(z.unknown()),
  continuationToken: z.string().nullish(),
  links: z.object({ next: Link.nullish() }).nullish(),
});
export type Collection = z.infer<typeof Collection>;

export type NextPage = { readonly uri: string; readonly token: string | undefined };

const TOKEN_HEADER = 'ms-continuationtoken';

/** Where the next page is. The token is told twice, in newer answers, and the link not always. */
export function nextPage(
  { continuationToken, links }: Collection,
  uri: string,
): NextPage | undefined {
  const link = links?.next ?? undefined;
  const header = link?.headers?.find(({ key }) => key.toLowerCase() === TOKEN_HEADER)?.value;
  const token = continuationToken || header || undefined;
  if (link === undefined && token === undefined) return undefined;
  // Links come with /v1 or without it.
  const path = (link?.uri ?? uri).replace(/^\/?(v1\/)?/, '/');
  return { uri: token === undefined ? path : seeking(path), token };
}

/** Some lists are sought by a token, others counted by an offset, which their links hold. */
const seeking = (path: string): string =>
  /[?&]seekOperation=/i.test(path)
    ? path
    : `${path}${path.includes('?') ? '&' : '?'}seekOperation=Next`;
