import { en } from './en.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';
import { sv } from './sv.ts';
import type { Words } from './words.ts';

const WORDS: Readonly<Record<Language, Words>> = { en, nl, sv };

export const wordsOf = (language: Language): Words => WORDS[language];
