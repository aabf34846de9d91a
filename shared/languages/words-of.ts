import { en } from './en.ts';
import { nl } from './nl.ts';
import { sv } from './sv.ts';
import type { Words } from './words.ts';

/** What Duewatch writes in: a language is a file, and its name here. */
export const WORDS = { en, nl, sv } satisfies Readonly<Record<string, Words>>;

export const wordsOf = (language: keyof typeof WORDS): Words => WORDS[language];
