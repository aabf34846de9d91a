/** The app cannot be started as it is; the message is all a person needs. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/** What went wrong, in a line, of anything that can be thrown. */
export const reason = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
