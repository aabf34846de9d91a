import { z } from 'zod';

/** What a caller must be allowed to do: look, steer customers and runs, or steer the app itself. */
export const PERMISSIONS = ['read', 'control', 'administer'] as const;
export type Permission = (typeof PERMISSIONS)[number];

type Status = 200 | 201 | 202;

/**
 * One thing that can be asked of the API: what parses the request, and what the answer is made of.
 * The route, the handler's types and the OpenAPI document all come from here.
 */
export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  /** The function's name too. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly needs: Permission;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  readonly statuses: readonly [Status, ...Status[]];
  /** What else the answer may come as, besides JSON. */
  readonly alsoAs?: 'text/csv';
  /** It changes what has an ETag: the request says which one it means. */
  readonly isGuarded?: true;
  /** Its reasons are in the language that Accept-Language asks for. */
  readonly isSpoken?: true;
};

export const NOTHING = z.object({});

/** For its types alone: they follow from what is given. */
export const operation = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  given: Operation<Params, Query, Body, Answer>,
): Operation<Params, Query, Body, Answer> => given;
