import { language } from '../words/current-language.ts';

export const count = (value: number): string => new Intl.NumberFormat(language()).format(value);

export const percent = (value: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(
    value / 100,
  );

/** The form of a word that goes with a number, with the number in the language's own writing. */
export function plural(value: number, one: string, other: string): string {
  const form = new Intl.PluralRules(language()).select(value) === 'one' ? one : other;
  return form.replace('#', count(value));
}
