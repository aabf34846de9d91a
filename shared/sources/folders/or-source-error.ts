import { SourceError, UnavailableError } from '../../run/errors.ts';

/** Reads; where `because` knows what is wrong and what a person can do about it, it says that. */
export async function orSourceError<Value>(
  what: string,
  because: (error: unknown) => string | undefined,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const known = because(error);
    if (known === undefined) throw error;
    throw new SourceError(`Cannot read "${what}" because ${known}`, { cause: error });
  }
}

/** A file that was listed and is there no more: whoever writes the folder is not done. */
export const wentAway = (what: string, cause: unknown): UnavailableError =>
  new UnavailableError(
    `Cannot read "${what}" because it went away while it was read: try again when its files are complete`,
    { cause },
  );
