import { z } from 'zod';
import { SourceError, UnavailableError } from '../../run/errors.ts';
import type { ApiClient } from '../http/api-client.ts';
import { parseAnswer } from '../http/parse-answer.ts';
import { callRefused } from './call-refused.ts';

/** The items of a list of the company, page by page. */
export interface BusinessCentralLists {
  pages(list: string, query?: Readonly<Record<string, string>>): AsyncGenerator<readonly unknown[]>;
}

/** Items are read one by one, so that one that cannot be read costs itself alone. ETags are not used. */
const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** The service gives 20,000 at most, and fewer if told so. */
const PAGE_SIZE = 5000;
/** A list that goes on for ever is not waited for. */
const MOST_PAGES = 10_000;

export function businessCentralLists(
  client: ApiClient,
  companyUrl: string,
  pageSize = PAGE_SIZE,
): BusinessCentralLists {
  async function page(what: string, url: string) {
    const headers = {
      prefer: `odata.maxpagesize=${pageSize}`,
      'data-access-intent': 'ReadOnly',
    };
    const { text } = await client.send({ what, method: 'GET', url, headers }).catch((error) => {
      throw callRefused(what, error);
    });
    return parsed(what, text);
  }

  return {
    async *pages(list, query = {}) {
      const what = `read ${list} of Business Central`;
      const asked = new URLSearchParams(query).toString().replaceAll('+', '%20');
      let url = `${companyUrl}/${list}${asked === '' ? '' : `?${asked}`}`;
      for (let count = 0; count < MOST_PAGES; count += 1) {
        const { value, '@odata.nextLink': next } = await page(what, url);
        yield value;
        if (next === undefined) return;
        if (next === url) break;
        url = ofSameService(what, next, companyUrl);
      }
      throw new UnavailableError(`Cannot ${what} because the list does not end: try again later`);
    },
  };
}

/** The token goes where the link says, and so nowhere else. */
function ofSameService(what: string, link: string, companyUrl: string): string {
  if (URL.canParse(link) && new URL(link).origin === new URL(companyUrl).origin) return link;
  throw new SourceError(
    `Cannot ${what} because its next page is at another service: see that BUSINESS_CENTRAL_URL is right`,
  );
}

function parsed(what: string, text: string): z.infer<typeof Page> {
  const read = Page.safeParse(parseAnswer(what, text));
  if (read.success) return read.data;
  throw new SourceError(
    `Cannot ${what} because the answer is no list: report it, Business Central has changed`,
  );
}
