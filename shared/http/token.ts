import type { z } from 'zod';
import { ProblemError } from './problems.ts';

/** A place in a list as opaque text for its caller, who may send back anything. */
export const tokenOf = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

export function placeIn<Schema extends z.ZodType>(schema: Schema, token: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
  } catch (error) {
    throw new ProblemError(400, 'Cannot go on from there: send the `next` of an earlier answer', {
      cause: error,
    });
  }
}
