export const PLACES = ['portfolio', 'customers', 'runs', 'emails', 'policy'] as const;
export type Place = (typeof PLACES)[number];

/** Where one is in the page: `#/customers`, or `#/customers/<id>` for one of them. */
export type Route = { readonly place: Place; readonly id: string | undefined };

/** What is no place is the portfolio: an old bookmark lands somewhere, too. */
export function routeOf(hash: string): Route {
  const [, name = '', ...rest] = hash.replace(/^#/, '').split('/');
  const place = PLACES.find((each) => each === name);
  if (place === undefined) return { place: 'portfolio', id: undefined };
  return { place, id: rest.length === 0 ? undefined : decoded(rest.join('/')) };
}

export const addressOf = (place: Place, ...parts: readonly string[]): string =>
  ['#', place, ...parts.map(encodeURIComponent)].join('/');

function decoded(text: string): string | undefined {
  try {
    return text === '' ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
