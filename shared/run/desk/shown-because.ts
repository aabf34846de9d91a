import type { Reason } from '../../languages/reason.ts';

const BECAUSE_CHARACTERS = 400;

type Because = { readonly because: string; readonly reason?: Reason | undefined };

/** Why, as short as lists show it. What is cut short stays so, in English alone. */
export const shownBecause = ({ because, reason }: Because): Because => ({
  because: because.slice(0, BECAUSE_CHARACTERS).toWellFormed(),
  ...(because.length <= BECAUSE_CHARACTERS && reason !== undefined && { reason }),
});
