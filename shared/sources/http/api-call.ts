import type { AccessTokens } from './surroundings.ts';

/** One call as its caller means it; ids and the token are the client's. */
export type ApiCall = {
  /** For a person to read in an error: "read the customers from Partner Center". */
  readonly what: string;
  readonly method: 'GET' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Who calls, where it is not who the client calls as. */
  readonly tokens?: AccessTokens;
};

export type ApiAnswer = { readonly headers: Headers; readonly text: string };
