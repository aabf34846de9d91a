import { z } from 'zod';

/**
 * What Duewatch writes in. A language is its code here, its words and reasons beside this file, and
 * a line in `words-of.ts`; the page's own words are in `page/words`.
 */
export const Language = z.enum(['en', 'nl', 'sv']);
export type Language = z.infer<typeof Language>;

/** The first that Duewatch writes of what somebody reads ("nl-BE", "sv"), or else English. */
export function languageOf(...wanted: readonly (string | undefined)[]): Language {
  for (const each of wanted) {
    const { data } = Language.safeParse(each?.trim().toLowerCase().split(/[-_]/)[0]);
    if (data !== undefined) return data;
  }
  return 'en';
}
