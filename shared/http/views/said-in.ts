import type { Language } from '../../languages/language.ts';
import type { Reason } from '../../languages/reason.ts';
import { wordsOf } from '../../languages/words-of.ts';

type Because = { readonly because: string; readonly reason?: Reason | undefined };
type Said = { readonly because: string; readonly language: Language };

/** A reason in a language, with the one it is really in: what was kept as text alone is English. */
export const saidIn = ({ because, reason }: Because, language: Language): Said =>
  reason === undefined || language === 'en'
    ? { because, language: 'en' }
    : { because: wordsOf(language).reason(reason), language };

/** A row with its reason in a language. */
export const rowSaidIn = <Row extends Because>(
  row: Row,
  language: Language,
): Omit<Row, 'reason'> & Said => {
  const { reason: _, ...rest } = row;
  return { ...rest, ...saidIn(row, language) };
};
