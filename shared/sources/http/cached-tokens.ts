import type { AccessTokens } from './surroundings.ts';

export type AccessToken = { readonly token: string; readonly expiresAt: Date };

/** A call may take a while, and clocks differ: a token this close to its end is not used. */
const MARGIN_MS = 300_000;

/** Keeps a token while it holds. Whoever asks meanwhile waits for the one that is under way. */
export function cachedTokens(fresh: () => Promise<AccessToken>, now: () => Date): AccessTokens {
  let current: AccessToken | undefined;
  let underWay: Promise<AccessToken> | undefined;

  async function renewed(): Promise<string> {
    underWay ??= fresh().finally(() => {
      underWay = undefined;
    });
    current = await underWay;
    return current.token;
  }

  const holds = ({ expiresAt }: AccessToken): boolean =>
    expiresAt.getTime() - now().getTime() > MARGIN_MS;

  return {
    get: async () => (current !== undefined && holds(current) ? current.token : await renewed()),
    renew: async (refused) =>
      current !== undefined && current.token !== refused ? current.token : await renewed(),
  };
}
