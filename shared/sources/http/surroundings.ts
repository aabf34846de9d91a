import type { Retry } from '../../run/retries.ts';

/** What a client of an API has around it. A test has a clock that does not wait. */
export type Surroundings = {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1: workers that were refused together do not come back together. */
  readonly random: () => number;
  /** Told before anything is waited for: somebody may be waiting for the whole. */
  readonly onRetry: (retry: Retry) => void;
};

/** Says who we are to an API, and is asked for another token once where one is refused. */
export interface AccessTokens {
  /** The application says who it is by itself: no account has signed in. */
  readonly isApplication?: boolean;
  get(): Promise<string>;
  /** Another token than the refused one. Many calls refused together renew it once. */
  renew(refused: string): Promise<string>;
}
