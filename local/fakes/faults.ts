import { chance } from './chance.ts';

/** What may go wrong with a call, as the services it happens to would show it. */
export const FAULTS = [
  'too-many-requests',
  'server-error',
  'gateway-page',
  'expired-token',
  'silence',
  'broken-connection',
  'half-an-answer',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Faults {
  /** What goes wrong with the next call, if anything. */
  next(): Fault | undefined;
}

export const noFaults: Faults = { next: () => undefined };

/** The faults in turn, and nothing after them. */
export function faultsInTurn(...faults: readonly (Fault | undefined)[]): Faults {
  const left = [...faults];
  return { next: () => left.shift() };
}

/** Any fault, with this probability each call, always the same for the same seed. */
export function faultsAtRandom(
  seed: string,
  probability: number,
  kinds: readonly Fault[] = FAULTS,
): Faults {
  const next = chance(seed);
  return {
    next: () => (next() < probability ? kinds[Math.floor(next() * kinds.length)] : undefined),
  };
}
