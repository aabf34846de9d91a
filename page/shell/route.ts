export const PLACES = ['portfolio', 'customers', 'runs', 'emails', 'policy'] as const;
export type Place = (typeof PLACES)[number];

/** What of a place is shown: a currency, a filter. Empty values are not there. */
export type Query = Readonly<Record<string, string>>;

/** Where one is in the page: `#/customers?stage=call`, or `#/customers/<id>` for one of them. */
export type Route = {
  readonly place: Place;
  readonly id: string | undefined;
  readonly query: Query;
};

/** What is no place is the portfolio: an old bookmark lands somewhere, too. */
export function routeOf(hash: string): Route {
  const [path = '', ...asked] = hash.replace(/^#/, '').split('?');
  const [, name = '', ...rest] = path.split('/');
  const place = PLACES.find((each) => each === name);
  if (place === undefined) return { place: 'portfolio', id: undefined, query: {} };
  const query = Object.fromEntries(new URLSearchParams(asked.join('?')));
  return { place, id: rest.length === 0 ? undefined : decoded(rest.join('/')), query };
}

export const addressOf = (place: Place, ...parts: readonly string[]): string =>
  ['#', place, ...parts.map(encodeURIComponent)].join('/');

/** A place and what of it: nobody but the browser sees what stands after the `#`. */
export function addressWith(
  place: Place,
  query: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(query).filter((each): each is [string, string] => !!each[1]);
  const address = addressOf(place);
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`;
}

function decoded(text: string): string | undefined {
  try {
    return text === '' ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
