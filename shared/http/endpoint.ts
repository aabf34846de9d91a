import type { HttpHandler, HttpRequest, HttpResponseInit } from '@azure/functions';
import { z } from 'zod';
import { PolicyError } from '../policy/parse-policy.ts';
import { RunRefusedError, StaleError } from '../run/errors.ts';
import { ProblemError, type ProblemStatus, problem } from './problems.ts';

/** Reads what a caller sent. A stored row that fails to parse is our fault: never pass it here. */
export function input<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  throw new ProblemError(400, `Cannot read the request:\n${z.prettifyError(result.error)}`);
}

/** The one place where an error becomes a status code. What is our fault reaches the log alone. */
export function endpoint(
  handle: (request: HttpRequest) => Promise<HttpResponseInit>,
  stale: 409 | 412 = 409,
): HttpHandler {
  return async (request, context) => {
    try {
      return await handle(request);
    } catch (error) {
      const status = statusOf(error, stale);
      if (status !== undefined && error instanceof Error) return problem(status, error.message);
      context.error('Cannot answer', error);
      return problem(
        500,
        `Cannot answer because something went wrong here: look for ${context.invocationId} in the log`,
      );
    }
  };
}

function statusOf(error: unknown, stale: 409 | 412): ProblemStatus | undefined {
  if (error instanceof ProblemError) return error.status;
  if (error instanceof StaleError) return stale;
  if (error instanceof RunRefusedError || error instanceof PolicyError) return 422;
  return undefined;
}
