import { z } from 'zod';
import { WORDS } from './words-of.ts';

const isWritten = (code: string): code is keyof typeof WORDS => Object.hasOwn(WORDS, code);

/** A language by its code; `words-of.ts` lists them. */
export const Language = z.enum(Object.keys(WORDS).filter(isWritten));
export type Language = z.infer<typeof Language>;

/** The first that Duewatch writes of what somebody reads ("nl-BE", "sv"), or else English. */
export function languageOf(...wanted: readonly (string | undefined)[]): Language {
  for (const each of wanted) {
    const { data } = Language.safeParse(each?.trim().toLowerCase().split(/[-_]/)[0]);
    if (data !== undefined) return data;
  }
  return 'en';
}
