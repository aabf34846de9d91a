export type RouteParameter = {
  readonly kind: 'parameter';
  readonly name: string;
  readonly isOptional: boolean;
  readonly isCatchAll: boolean;
  readonly defaultValue: string | undefined;
  readonly constraints: readonly string[];
};
export type RoutePart = { readonly kind: 'literal'; readonly text: string } | RouteParameter;
export type RouteSegment = readonly RoutePart[];

/** Reads an ASP.NET route template such as `runs/{id:int}/rows/{page?}` or `files/{*path}`. */
export function readTemplate(template: string): RouteSegment[] {
  const segments: RoutePart[][] = [[]];
  for (const token of tokens(template.replace(/^\/+|\/+$/g, ''))) {
    if (token === '/') segments.push([]);
    else segments.at(-1)?.push(readPart(token));
  }
  return segments.filter((segment) => segment.length > 0);
}

// A parameter in braces, doubled braces inside it being literal ones; a slash; or plain text.
const TOKEN = /\{(?:\{\{|\}\}|[^{}])+\}(?!\})|\/|(?:\{\{|\}\}|[^{}/])+/g;

function tokens(template: string): readonly string[] {
  const found = template.match(TOKEN) ?? [];
  if (found.join('') === template) return found;
  throw new SyntaxError(`Cannot read the route "${template}": close every brace that opens`);
}

const PARAMETER =
  /^(\*{0,2})([^:=?*]+)((?::[^:=(]+(?:\((?:[^()]|\([^()]*\))*\))?)*)(?:=([^?]*))?(\?)?$/;

function readPart(token: string): RoutePart {
  if (!token.startsWith('{') || token.startsWith('{{'))
    return { kind: 'literal', text: single(token) };
  const [, stars, name, constraints = '', defaultValue, optional] =
    PARAMETER.exec(single(token.slice(1, -1))) ?? [];
  if (name === undefined)
    throw new SyntaxError(`Cannot read the route parameter "${token}": write it as {name}`);
  return {
    kind: 'parameter',
    name,
    isOptional: optional !== undefined,
    isCatchAll: stars !== '',
    defaultValue,
    constraints: constraints.match(/[^:(]+(?:\((?:[^()]|\([^()]*\))*\))?/g) ?? [],
  };
}

const single = (text: string): string => text.replaceAll('{{', '{').replaceAll('}}', '}');
