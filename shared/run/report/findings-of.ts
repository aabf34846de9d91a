import type { SourceProgress } from '../run.ts';

/** What is odd about a source, for a person to know. Spend that is not told is missing, and no zero. */
export function findingsOf({ findings = [], staleReadings = 0 }: SourceProgress): string[] {
  if (staleReadings === 0) return [...findings];
  const who = staleReadings === 1 ? 'customer has' : 'customers have';
  return [
    ...findings,
    `${staleReadings} ${who} a month to date that was last reckoned more than two days ago: what they spent since is not known`,
  ];
}
