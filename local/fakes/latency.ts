import { chance } from './chance.ts';

/** How late a service answers. */
export interface Latency {
  /** Of the next call, in milliseconds. */
  nextMs(): number;
}

export const always = (ms: number): Latency => ({ nextMs: () => ms });

/**
 * Mostly about as late as usual, now and then much later, and later than anybody waits for with
 * this probability; always the same for the same seed.
 */
export function spread(
  seed: string,
  { usualMs, hangsMs, hangs }: { usualMs: number; hangsMs: number; hangs: number },
): Latency {
  const next = chance(seed);
  return {
    nextMs: () => (next() < hangs ? hangsMs : usualMs * (0.5 + 8 * next() ** 6)),
  };
}
