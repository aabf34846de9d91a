import { html, type TemplateResult } from '../vendor/lit-html.js';

/** A value, and what one reads for it. */
export type Choice = readonly [value: string, text: string];

/** One of several, under a name. */
export const selectField = (
  name: string,
  choices: readonly Choice[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult => html`
  <label class="field">
    <span>${name}</span>
    <select
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) choose(target.value);
      }}
    >
      ${choices.map(
        ([value, text]) =>
          html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
