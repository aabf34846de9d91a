import { SourceError, UnavailableError } from '../../run/errors.ts';
import type { ApiClient } from '../http/api-client.ts';
import { ApiError } from '../http/api-error.ts';
import { parseAnswer } from '../http/parse-answer.ts';
import type { AccessTokens } from '../http/surroundings.ts';
import { callRefused } from './call-refused.ts';
import { Collection, type NextPage } from './collection.ts';
import { seekPages } from './seek-pages.ts';

/** A path below /v1, and who asks: the application, or the account that signed in. */
export type Asked = {
  readonly what: string;
  readonly path: string;
  readonly tokens: AccessTokens;
};

/** The calls of Partner Center's API, in its own words. */
export interface PartnerCenterCalls {
  get(asked: Asked): Promise<unknown>;
  patch(asked: Asked, body: unknown): Promise<unknown>;
  /** The items of a collection, page by page. */
  pages(asked: Asked): AsyncGenerator<readonly unknown[], void>;
}

export function partnerCenterCalls(client: ApiClient, apiUrl: string): PartnerCenterCalls {
  async function send({ what, path, tokens }: Asked, more: More = {}): Promise<unknown> {
    const { text } = await client.send({
      what,
      method: more.body === undefined ? 'GET' : 'PATCH',
      url: `${apiUrl}/v1${path}`,
      tokens,
      headers: {
        'ms-partnercenter-application': 'Duewatch',
        'x-locale': 'en-US',
        ...(more.body !== undefined && { 'content-type': 'application/json' }),
        ...(more.token !== undefined && { 'ms-continuationtoken': more.token }),
      },
      ...(more.body !== undefined && { body: more.body }),
    });
    return parseAnswer(what, text);
  }

  async function page(asked: Asked, next: NextPage | undefined): Promise<Collection> {
    const at = next === undefined ? asked : { ...asked, path: next.uri };
    try {
      const token = next?.token;
      return collection(asked.what, await send(at, token === undefined ? {} : { token }));
    } catch (error) {
      // A token of a list does not live for long: the list is to be begun again.
      if (next !== undefined && error instanceof ApiError && [400, 404, 410].includes(error.status))
        throw new UnavailableError(error.message, { cause: error });
      throw error;
    }
  }

  return {
    get: (asked) => send(asked).catch(refused(asked)),
    patch: (asked, body) => send(asked, { body: JSON.stringify(body) }).catch(refused(asked)),

    pages: (asked) => seekPages(asked, (next) => page(asked, next).catch(refused(asked))),
  };
}

type More = { readonly token?: string; readonly body?: string };

const refused =
  (asked: Asked) =>
  (error: unknown): never => {
    throw callRefused(asked, error);
  };

function collection(what: string, value: unknown): Collection {
  const read = Collection.safeParse(value);
  if (read.success) return read.data;
  throw new SourceError(
    `Cannot ${what} because the answer is no list: report it, Partner Center has changed`,
  );
}
