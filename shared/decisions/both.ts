/** What either says, after each other. Most nights neither says anything. */
export function both<Said>(first: readonly Said[], second: readonly Said[]): readonly Said[] {
  if (first.length === 0) return second;
  return second.length === 0 ? first : [...first, ...second];
}
