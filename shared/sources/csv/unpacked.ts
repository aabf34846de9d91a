import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableError } from './text-lines.ts';

/** An error of the stream beneath arrives as the error of the stream that is read. */
export const unpacked = (stream: Readable): Readable => pipeline(stream, createGunzip(), () => {});

/** Undefined for what is no fault of the file: the disk, the network. */
export function unreadableBecause(error: unknown): string | undefined {
  if (error instanceof UnreadableError) return error.message;
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
    return `cannot be unpacked any further: ${error.message}`;
  return undefined;
}
