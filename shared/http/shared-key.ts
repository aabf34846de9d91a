import { createHash, timingSafeEqual } from 'node:crypto';

/** Compared in the same time whatever was sent, so that no key can be guessed by the clock. */
export function isKey(sent: string | null | undefined, key: string | undefined): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const isEqual = timingSafeEqual(digest(sent ?? ''), digest(key ?? ''));
  return isEqual && key !== undefined && key !== '';
}
