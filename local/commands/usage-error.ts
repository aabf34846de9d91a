/** The command line asks for what cannot be done; the message is all a person needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
