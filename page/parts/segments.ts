import { html, type TemplateResult } from '../vendor/lit-html.js';

/** A few choices of which one holds, all in sight. */
export const segments = (
  name: string,
  choices: readonly string[],
  chosen: string | undefined,
  choose: (choice: string) => void,
): TemplateResult => html`
  <div class="segments" role="group" aria-label=${name}>
    ${choices.map(
      (choice) => html`<button
        type="button"
        aria-pressed=${choice === chosen ? 'true' : 'false'}
        @click=${() => choose(choice)}
      >
        ${choice}
      </button>`,
    )}
  </div>`;
