import type { HttpTrigger } from '../bindings.ts';
import type { AppFunction } from '../functions.ts';
import { HostError, reason } from '../host-error.ts';
import { type Route, type RouteParameters, readRoute } from './routes.ts';

export type HttpFunction = {
  readonly name: string;
  readonly methods: readonly string[];
  readonly authLevel: HttpTrigger['authLevel'];
  readonly route: Route;
  readonly run: AppFunction['run'];
};

export type FoundRoute =
  | { readonly kind: 'found'; readonly function: HttpFunction; readonly params: RouteParameters }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'not-found' };

/** Without a route of its own, a function is at its name. Throws HostError. */
export function httpFunction(
  { name, run }: Pick<AppFunction, 'name' | 'run'>,
  trigger: HttpTrigger,
): HttpFunction {
  const { methods, authLevel } = trigger;
  const template = trigger.route || name;
  // The platform refuses these too, in front of the prefix: /admin is its own.
  if (/^\/?admin/i.test(template))
    throw new HostError(
      `Cannot serve "${name}" at "${template}" because routes that begin with "admin" belong to the host: choose another route`,
    );
  try {
    return { name, run, methods, authLevel, route: readRoute(template) };
  } catch (error) {
    throw new HostError(`Cannot serve "${name}": ${reason(error)}`, { cause: error });
  }
}

/** Finds functions below the route prefix: the most exact route that takes the method. */
export function findRoute(
  functions: readonly HttpFunction[],
  segments: readonly string[],
  method: string,
): FoundRoute {
  const matches = functions
    .map((each) => ({ function: each, params: each.route.match(segments) }))
    .filter((each) => each.params !== undefined)
    .toSorted((a, b) => compare(a.function.route.precedence, b.function.route.precedence));

  const found = matches.find((each) => each.function.methods.includes(method));
  if (found) return { kind: 'found', function: found.function, params: found.params ?? {} };
  const allowed = new Set(matches.flatMap((each) => each.function.methods));
  return allowed.size > 0 ? { kind: 'wrong-method', allowed: [...allowed] } : { kind: 'not-found' };
}

/** Decoded segments below a prefix; undefined where the path is not below it or not decodable. */
export function segmentsBelow(prefix: string, path: string): string[] | undefined {
  const segments = split(path);
  const above = split(prefix);
  const isBelow = above.every(
    (each, index) => each.toLowerCase() === segments[index]?.toLowerCase(),
  );
  try {
    return isBelow ? segments.slice(above.length).map(decodeURIComponent) : undefined;
  } catch {
    return undefined;
  }
}

function split(path: string): string[] {
  const trimmed = path.replace(/^\/|\/$/g, '');
  return trimmed === '' ? [] : trimmed.split('/');
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
