import { z } from 'zod';
import { Language } from '../../languages/language.ts';

/** Why, and the language that this text is in: the one asked for, or English where there is no other. */
export const Said = z.object({ because: z.string(), language: Language });
