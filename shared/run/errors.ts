/** Somebody else saved it after we read it. Reading and deciding again is safe. */
export class StaleError extends Error {
  override readonly name = 'StaleError';

  constructor(what: string, options?: ErrorOptions) {
    super(
      `Cannot save ${what} because it was saved by another first: read it and try again`,
      options,
    );
  }
}

/** A source cannot be used at all, and trying again will not help. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** Another system does not answer, or only that it cannot just now. Trying again may help. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** The night asked for cannot be run. */
export class RunRefusedError extends Error {
  override readonly name = 'RunRefusedError';
}
