import type { Reason } from '../../../languages/reason.ts';

/** A reason that stands by itself reads as a sentence; what others wrote stays as it is. */
export const sentence = ([first]: Reason, text: string): string =>
  first?.key === 'text'
    ? text
    : text.replace(/^./u, (letter) => letter.toLocaleUpperCase()).replace(/[^.!?…]$/u, '$&.');
