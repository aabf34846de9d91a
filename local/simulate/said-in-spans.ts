import type { Course } from './course.ts';
import { inserted } from './inserted.ts';

export type SaidInSpan = { readonly span: string; letters: number; notices: number };

const MOST_MONTHS = 36;
const YEAR = 'YYYY'.length;

/** What was said month by month, or year by year where those are too many to read. */
export function saidInSpans({ months }: Course): readonly SaidInSpan[] {
  const length = months.size <= MOST_MONTHS ? undefined : YEAR;
  const spans = new Map<string, SaidInSpan>();
  for (const [month, { letters, notices }] of months) {
    const name = month.slice(0, length);
    const said = inserted(spans, name, () => ({ span: name, letters: 0, notices: 0 }));
    said.letters += letters;
    said.notices += notices;
  }
  return [...spans.values()];
}
