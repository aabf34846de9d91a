import { type NewRun, startRun } from '../session/api.ts';
import { icon } from '../shell/icons.ts';
import { tell } from '../shell/messages.ts';
import { addressOf } from '../shell/route.ts';
import { html, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { ask } from './dialog.ts';

/** `today`: the day that a night is of unless another is chosen. */
export const startNightButton = (today: string): TemplateResult => {
  const { start: title, startText: text } = words().runs;
  return html`<button
    type="button"
    class="button first"
    @click=${() => askAndStart({ title, text, today })}
  >
    ${icon('play')}${title}
  </button>`;
};

/** A run about one customer alone, between nights. */
export const runForCustomerButton = (customerId: string, today: string): TemplateResult => {
  const { startOne: title, startOneText: text } = words().runs;
  return html`<button
    type="button"
    class="button"
    @click=${() => askAndStart({ title, text, today, about: { customerId } })}
  >
    ${icon('play')}${title}
  </button>`;
};

type Start = {
  readonly title: string;
  readonly text: string;
  readonly today: string;
  readonly about?: Pick<NewRun, 'customerId'>;
};

/** Asks what day it shall be, starts it, and goes where one sees it. */
function askAndStart({ title, text, today, about }: Start): void {
  const { runs } = words();
  ask({
    title,
    text,
    submit: title,
    fields: html`
      <label class="field">
        <span>${runs.day}</span><input type="date" name="asOf" required .value=${today}>
      </label>
      <label class="check"><input type="checkbox" name="dryRun" value="yes">${runs.dryRun}</label>`,
    async onSubmit(values) {
      const dryRun = values('dryRun') !== undefined;
      const { id } = await startRun({ ...about, dryRun, asOf: values('asOf') ?? today });
      location.hash = addressOf('runs', id);
      tell(runs.started);
    },
  });
}
