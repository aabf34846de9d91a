/** Adds each count to the one of its name. */
export function addCounts<Name extends string>(
  total: Record<Name, number>,
  part: Readonly<Record<Name, number>>,
): void {
  for (const name in part) total[name] += part[name];
}
