import { en } from '../../shared/languages/en.ts';
import type { ReasonWords } from '../../shared/languages/reason.ts';
import type { Words } from '../../shared/languages/words.ts';

const { openPage: _, ...lacksWord } = en;
// @ts-expect-error A language that lacks a word does not compile.
export const aWordShort: Words = lacksWord;

type LacksReason = Omit<ReasonWords, 'stale'>;
// @ts-expect-error Nor does one that cannot say a reason.
export const aReasonShort = (words: LacksReason): ReasonWords => words;

// @ts-expect-error Nor one that has a word no e-mail asks for.
export const aWordMore: Words = { ...en, motto: 'Once.' };
