import { SourceError } from '../../run/errors.ts';

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
