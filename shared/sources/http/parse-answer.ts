import { UnavailableError } from '../../run/errors.ts';
import { answerText } from './answer-text.ts';
import { parseExactJson } from './exact-json.ts';

const SHOWN = 80;

/**
 * The JSON of an answer. A gateway's page in its place, or half of it, may not come again: another
 * try may bring the whole. Only of a page is anything shown, as half an answer holds what it holds.
 */
export function parseAnswer(what: string, text: string): unknown {
  try {
    return parseExactJson(text.replace(/^\uFEFF/, ''));
  } catch {
    const page = /^\s*</.test(text) ? ` but a web page (${answerText(text).slice(0, SHOWN)})` : '';
    throw new UnavailableError(
      `Cannot ${what} because the answer is no JSON${page}: try again later, and see that no proxy stands in between and that the address is right`,
    );
  }
}
