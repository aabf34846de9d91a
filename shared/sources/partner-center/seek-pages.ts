import { UnavailableError } from '../../run/errors.ts';
import { type Collection, type NextPage, nextPage } from './collection.ts';

/** No reseller has so many customers; a list that goes on for ever is not waited for. */
const MOST_PAGES = 10_000;

/** The pages of a list, each on its way while the one before is read. */
export async function* seekPages(
  { what, path }: { readonly what: string; readonly path: string },
  pageAt: (next: NextPage | undefined) => Promise<Collection>,
): AsyncGenerator<readonly unknown[], void> {
  let at: NextPage | undefined;
  let coming = pageAt(at);
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const read = await coming;
    const next = nextPage(read, path);
    if (next !== undefined) {
      if (next.token === at?.token && next.uri === at?.uri) break;
      coming = pageAt(next);
      // Who reads no further never comes to know that it failed.
      coming.catch(() => {});
    }
    yield read.items;
    if (next === undefined) return;
    at = next;
  }
  throw new UnavailableError(`Cannot ${what} because the list does not end: try again later`);
}
