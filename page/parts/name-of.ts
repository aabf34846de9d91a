/** A name that a policy or the API gives (`second-notice`), as one reads it: Second notice. */
export function nameOf(name: string): string {
  const spaced = name.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A word the page has for a name, or the name itself: the API may know more than the page. */
export const wordFor = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? nameOf(name)) : nameOf(name);
