import { z } from 'zod';

/** Why something is so, as data, so that every reader reads it in their own language. */
export const Reason = z.discriminatedUnion('key', [
  /** Of a source or a person, and so in no language of ours. */
  z.object({ key: z.literal('text'), text: z.string() }),
]);
export type Reason = z.infer<typeof Reason>;

export const literally = (text: string): Reason => ({ key: 'text', text });
