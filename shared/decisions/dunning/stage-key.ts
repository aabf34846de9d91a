/** A telling of a stage: how often it was told again, and whose invoices where each climbs. */
export type StageTold = {
  readonly stage: string;
  readonly repetition: number;
  readonly invoiceIds: readonly string[];
};

/** An invoice is told of a stage once an episode, so the first of their ids tells sets apart. */
export function stageKey(
  { stage, repetition, invoiceIds }: StageTold,
  { keyPrefix, episode }: { readonly keyPrefix: string; readonly episode: number },
): string {
  const [first, ...others] = invoiceIds.toSorted();
  const parts = [
    `${keyPrefix}|dunning|${stage}|${episode}`,
    ...(first === undefined ? [] : [others.length === 0 ? first : `${first}+${others.length}`]),
    ...(repetition === 0 ? [] : [`again-${repetition}`]),
  ];
  return parts.join('|');
}
