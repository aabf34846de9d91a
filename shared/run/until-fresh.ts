import { StaleError } from './errors.ts';

/**
 * Works against races: where another saved first, reads, decides and saves again. `work` reads
 * anew each time, and what it did before its save may happen twice.
 */
export async function untilFresh<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
    }
  }
}
