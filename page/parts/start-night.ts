import { type NewRun, startRun } from '../session/api.ts';
import { icon } from '../shell/icons.ts';
import { tell } from '../shell/messages.ts';
import { addressOf } from '../shell/route.ts';
import { html, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { ask } from './dialog.ts';

/** `today`: the day that a night is of unless another is chosen. */
export const startNightButton = (today: string): TemplateResult => html`
  <button type="button" class="button first" @click=${() => startNight(today)}>
    ${icon('play')}${words().runs.start}
  </button>`;

/** Asks what night it shall be, starts it, and goes where one sees it. */
function startNight(today: string): void {
  const { runs } = words();
  ask({
    title: runs.start,
    text: runs.startText,
    submit: runs.start,
    fields: html`
      <label class="field">
        <span>${runs.day}</span><input type="date" name="asOf" required .value=${today}>
      </label>
      <label class="check"><input type="checkbox" name="dryRun" value="yes">${runs.dryRun}</label>`,
    async onSubmit(values) {
      const asOf = values('asOf');
      await start({ dryRun: values('dryRun') !== undefined, ...(asOf !== undefined && { asOf }) });
    },
  });
}

export async function start(run: NewRun): Promise<void> {
  const { id } = await startRun(run);
  location.hash = addressOf('runs', id);
  tell(words().runs.started);
}
