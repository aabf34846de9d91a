import type { Language } from '../../shared/languages/language.ts';

/** Those of e-mail: one that is written there and not here does not compile. */
export const LANGUAGES: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  sv: 'Svenska',
};

const NAME = 'duewatch-language';

let current: Language = 'en';

/** In which language the page is, and its numbers, amounts and days are written. */
export const language = (): Language => current;

export function setLanguage(language: Language): void {
  current = language;
}

/** The first of these that the page speaks; a tag such as `nl-BE` names its language. */
export function languageFor(wanted: readonly (string | undefined | null)[]): Language {
  return wanted.map((tag) => tag?.slice(0, 2).toLowerCase() ?? '').find(isSpoken) ?? 'en';
}

const isSpoken = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** What was chosen here; else what the browser asks for; else the reseller's own. */
export const preferredLanguage = (reseller?: string): Language =>
  languageFor([localStorage.getItem(NAME), ...navigator.languages, reseller]);

/** Stays with the browser. */
export const rememberLanguage = (language: Language): void => localStorage.setItem(NAME, language);
