import { type Language, languageOf } from '../languages/language.ts';

/** What a caller reads best of what Duewatch writes: "nl-BE,nl;q=0.9,en;q=0.8". English unless said. */
export function acceptedLanguage(header: string | null): Language {
  const wanted = (header ?? '').split(',').map((each) => {
    const [tag = '', ...parameters] = each.split(';').map((text) => text.trim());
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
    return { tag, quality: Number(quality) };
  });
  return languageOf(
    ...wanted
      .filter(({ quality }) => quality > 0)
      .toSorted((a, b) => b.quality - a.quality)
      .map(({ tag }) => tag),
  );
}
