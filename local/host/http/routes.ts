import { readConstraint } from './route-constraints.ts';
import { type RouteParameter, type RouteSegment, readTemplate } from './route-segments.ts';

export type RouteParameters = Readonly<Record<string, string>>;

export type Route = {
  /** Undefined where the path is not one of this route. `segments` are decoded. */
  match(segments: readonly string[]): RouteParameters | undefined;
  /** Of several routes that match, the least one in text order is meant. */
  readonly precedence: string;
};

type MatchSegment = (text: string | undefined) => RouteParameters | undefined;

/** An ASP.NET route template. Literals are matched without case. Throws SyntaxError. */
export function readRoute(template: string): Route {
  const segments = readTemplate(template);
  const last = segments.at(-1)?.[0];
  const rest = last?.kind === 'parameter' && last.isCatchAll ? last : undefined;
  const matchers = (rest ? segments.slice(0, -1) : segments).map(segmentMatcher);
  const matchRest = rest && parameterMatcher(rest);
  return {
    precedence: segments.map(precedence).join(''),
    match(path) {
      if (matchRest === undefined && path.length > matchers.length) return undefined;
      const remaining = path.slice(matchers.length).join('/');
      const found = [
        ...matchers.map((match, index) => match(path[index])),
        ...(matchRest ? [matchRest(remaining === '' ? undefined : remaining)] : []),
      ];
      const matched = found.filter((each) => each !== undefined);
      return matched.length === found.length ? Object.assign({}, ...matched) : undefined;
    },
  };
}

function segmentMatcher(segment: RouteSegment): MatchSegment {
  const [only] = segment;
  if (segment.length === 1 && only?.kind === 'parameter') return parameterMatcher(only);

  const pattern = segment.map((part) => (part.kind === 'literal' ? literal(part.text) : '(.+)'));
  const expression = new RegExp(`^${pattern.join('')}$`, 'is');
  const parameters = segment.filter((part) => part.kind === 'parameter').map(parameterMatcher);
  return (text) => {
    const values = text === undefined ? null : expression.exec(text);
    if (values === null) return undefined;
    const found = parameters.map((match, index) => match(values[index + 1]));
    return found.includes(undefined) ? undefined : Object.assign({}, ...found);
  };
}

/** A parameter that may be missing is then not among the parameters at all. */
function parameterMatcher(parameter: RouteParameter): MatchSegment {
  const { name, isOptional, isCatchAll, defaultValue } = parameter;
  const constraints = parameter.constraints.map(readConstraint);
  return (text) => {
    if (text === '') return undefined;
    const value = text ?? defaultValue;
    if (value === undefined) return isOptional || isCatchAll ? {} : undefined;
    return constraints.every((holds) => holds(value)) ? { [name]: value } : undefined;
  };
}

/** Literal text is the most exact, then a constrained parameter, then any, then a catch-all. */
function precedence(segment: RouteSegment): string {
  const [first] = segment;
  if (first?.kind === 'literal' && segment.length === 1) return '1';
  if (first?.kind !== 'parameter' || segment.length > 1) return '2';
  if (first.isCatchAll) return first.constraints.length > 0 ? '4' : '5';
  return first.constraints.length > 0 ? '2' : '3';
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
