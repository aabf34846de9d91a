import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { UnavailableError } from '../../run/errors.ts';
import type { CallAllowance } from '../../run/ports.ts';
import type { ApiAnswer, ApiCall } from './api-call.ts';
import { type Attempt, attemptCall } from './attempt.ts';
import { newPace } from './pace.ts';
import type { AccessTokens, Surroundings } from './surroundings.ts';
import { backOffMs } from './wait-before-retry.ts';

export interface ApiClient {
  /** The answer of a call that succeeded. Throws ApiError or UnavailableError. */
  send(call: ApiCall): Promise<ApiAnswer>;
}

export type ApiClientOptions = {
  readonly tokens: AccessTokens;
  readonly allowance: CallAllowance;
  readonly surroundings: Surroundings;
  /** What an API calls the ids of a request, and of the call that it may be a repetition of. */
  readonly idHeaders: { readonly request: string; readonly correlation: string };
  readonly timeoutMs?: number;
};

const IN_FLIGHT = 8;
const ATTEMPTS = 6;
const TIMEOUT_MS = 60_000;
/** Who is told to wait for longer leaves it to the night's queue to come back. */
const LONGEST_WAIT_MS = 300_000;

/**
 * Calls an API as such ask to be called: few calls at a time, below its ceiling, waiting where
 * told, trying again a few times where that may help, with a new token once.
 */
export function apiClient(options: ApiClientOptions): ApiClient {
  const pace = newPace(options.allowance, options.surroundings);
  const inFlight = pLimit(IN_FLIGHT);

  return {
    async send(call) {
      const ids = { correlation: randomUUID(), request: randomUUID() };
      const { tokens = options.tokens } = call;
      const token = { current: await tokens.get(), isRenewed: false };
      let because = '';
      for (let attempt = 0; attempt < ATTEMPTS; ) {
        await pace.turn();
        const once = sendOnce(options, ids, token.current);
        const outcome = await inFlight(() => attemptCall(call, once));
        if (outcome.kind === 'answered') return outcome.answer;
        // After silence the same id says that it is the same request, so that it is done once.
        if (outcome.kind !== 'silence') ids.request = randomUUID();
        if (outcome.kind === 'refused') {
          if (outcome.error.status !== 401 || token.isRenewed) throw outcome.error;
          token.current = await tokens.renew(token.current);
          token.isRenewed = true;
          continue;
        }
        because = outcome.because;
        attempt += 1;
        if (!(await waited(call.what, outcome, attempt, pace, options.surroundings))) break;
      }
      throw new UnavailableError(`Cannot ${call.what} because of ${because}: try again later`);
    },
  };
}

function sendOnce(
  { idHeaders, surroundings, timeoutMs = TIMEOUT_MS }: ApiClientOptions,
  ids: { readonly request: string; readonly correlation: string },
  token: string,
) {
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    [idHeaders.request]: ids.request,
    [idHeaders.correlation]: ids.correlation,
  };
  return { headers, requestId: ids.request, timeoutMs, surroundings };
}

/** False where there is no point in waiting any longer. */
async function waited(
  what: string,
  outcome: Extract<Attempt, { kind: 'silence' | 'busy' }>,
  attempt: number,
  pace: { pause(ms: number): void },
  { sleep, random, onRetry }: Surroundings,
): Promise<boolean> {
  if (attempt === ATTEMPTS) return false;
  const told = outcome.kind === 'busy' ? outcome.waitMs : undefined;
  if (told !== undefined && told > LONGEST_WAIT_MS) return false;
  onRetry({ what, because: outcome.because });
  if (told !== undefined) pace.pause(told);
  // Told to wait or not, the wait grows: the guidance is to back off after Retry-After, too.
  if (told === undefined || attempt > 1) await sleep(backOffMs(attempt - 1, random));
  return true;
}
