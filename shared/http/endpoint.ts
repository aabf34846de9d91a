import type { HttpHandler, HttpRequest, HttpResponseInit } from '@azure/functions';
import { z } from 'zod';
import { PolicyError } from '../policy/parse-policy.ts';
import { RunRefusedError, StaleError } from '../run/errors.ts';

class BadRequestError extends Error {
  override readonly name = 'BadRequestError';
}

const BODY_BYTES = 64 * 1024;

/** Reads what a caller sent. A stored row that fails to parse is our fault: never pass it here. */
export function input<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  throw new BadRequestError(`Cannot read the request:\n${z.prettifyError(result.error)}`);
}

/** A JSON body of at most 64 KiB; none at all is an empty object. */
export async function body<Schema extends z.ZodType>(
  schema: Schema,
  request: HttpRequest,
): Promise<z.output<Schema>> {
  const text = await request.text();
  if (text.length > BODY_BYTES)
    throw new BadRequestError(`Cannot read the request: send at most ${BODY_BYTES} bytes`);
  return input(schema, text === '' ? {} : parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadRequestError('Cannot read the request: it is not JSON', { cause: error });
  }
}

/** The one place where an error becomes a status code. All others stay 500 and reach the log. */
export function endpoint(handle: (request: HttpRequest) => Promise<HttpResponseInit>): HttpHandler {
  return async (request) => {
    try {
      return await handle(request);
    } catch (error) {
      if (error instanceof BadRequestError) return problem(400, error.message);
      if (error instanceof StaleError) return problem(409, error.message);
      if (error instanceof RunRefusedError || error instanceof PolicyError)
        return problem(422, error.message);
      throw error;
    }
  };
}

const problem = (status: number, detail: string): HttpResponseInit => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  jsonBody: { status, detail },
});
