/** An invoice is told of a stage once an episode, so the first of their ids tells sets apart. */
export function stageKey(
  stage: string,
  invoiceIds: readonly string[],
  { keyPrefix, episode }: { readonly keyPrefix: string; readonly episode: number },
): string {
  const key = `${keyPrefix}|dunning|${stage}|${episode}`;
  const [first, ...others] = invoiceIds.toSorted();
  if (first === undefined) return key;
  return others.length === 0 ? `${key}|${first}` : `${key}|${first}+${others.length}`;
}
