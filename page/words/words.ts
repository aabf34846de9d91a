import type { Language } from '../../shared/languages/language.ts';
import { setLanguage } from './current-language.ts';
import { en, type Words } from './en.ts';

let current: Words = en;

/** What the page says, in the language of the person who reads it. */
export const words = (): Words => current;

/** Another language than English is loaded when somebody asks for it. */
export async function useLanguage(wanted: Language): Promise<void> {
  current = await loaders[wanted]();
  setLanguage(wanted);
}

const loaders: Record<Language, () => Promise<Words>> = {
  en: async () => en,
  nl: async () => (await import('./nl.ts')).nl,
  sv: async () => (await import('./sv.ts')).sv,
};
