import { z } from 'zod';
import { Language } from '../../languages/language.ts';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { Token } from './common.ts';

const NullableText = z.string().nullable();

export const HistoryQuery = z.object({ after: Token.optional() });

export const HistoryAnswer = z.object({
  /** Newest first. `at`: what a person did; a night's events have only their day. */
  events: z.array(
    z.object({
      on: CalendarDate,
      at: z.iso.datetime().nullable(),
      kind: z.string(),
      text: z.string(),
      /** Why, in the language asked for, where it is known as data; `text` is English always. */
      because: NullableText,
      language: Language,
      /** Of a stage: which it was before, and which it is about. */
      from: NullableText,
      stage: NullableText,
      tell: z.array(z.string()),
      by: NullableText,
      currency: NullableText,
    }),
  ),
  next: Token.optional(),
});
