import { ProblemError } from '../session/problem.ts';
import { html, nothing, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { type IconName, icon } from './icons.ts';

/** While something is fetched: its shape, and a word for whoever does not see it. */
export const loading = (): TemplateResult => html`
  <div class="skeleton" role="status">
    <span class="unseen">${words().states.loading}</span><i></i><i></i><i></i>
  </div>`;

/** Nothing is there, and why, and what to do about it. Its title is a heading of a card, or its own. */
export const empty = (
  name: IconName,
  title: string | TemplateResult,
  text: string,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult => html`
  <div class="empty">${icon(name)}${typeof title === 'string' ? html`<h2>${title}</h2>` : title}<p>${text}</p>${action}</div>`;

/** Something could not be had. */
export const failed = (error: unknown, again: () => void): TemplateResult => html`
  <div class="empty bad" role="alert">
    ${icon('warning')}
    <h1>${words().states.failedTitle}</h1>
    <p>${reasonOf(error)}</p>
    <button type="button" class="button" @click=${again}>${words().states.again}</button>
  </div>`;

/** Why the API did not do it, in words: its own where it has some. */
export function reasonOf(error: unknown): string {
  const { states } = words();
  if (!(error instanceof ProblemError)) return states.broken;
  if (error.status === 0) return states.offline;
  if (error.status === 403) return states.forbidden;
  if (error.status === 404) return states.notFound;
  if (error.status === 412 || error.status === 428) return states.changedMeanwhile;
  return error.message === '' ? states.unexpected(error.status) : error.message;
}
