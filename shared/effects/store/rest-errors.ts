import { RestError } from '@azure/data-tables';

/** The row is not there; or its table is not there yet, which holds as little. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof RestError && error.statusCode === 404;

/** 412: our ETag is old. 409: somebody created the row that we meant to create. */
export const isConflict = (error: unknown): boolean =>
  error instanceof RestError && (error.statusCode === 412 || error.statusCode === 409);
