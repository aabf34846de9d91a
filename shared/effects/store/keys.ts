/** Ids hold characters that table keys may not (`/ \ # ?`), and keys avoid `%`. Reversible. */
export const encodeKey = (id: string): string => encodeURIComponent(id).replaceAll('%', '=');

export const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('=', '%'));

/** The keys that start with a prefix, as a filter's bounds: from it, to before its successor. */
export function prefixBounds(prefix: string): { from: string; to: string } {
  const last = prefix.charCodeAt(prefix.length - 1);
  return { from: prefix, to: prefix.slice(0, -1) + String.fromCharCode(last + 1) };
}
