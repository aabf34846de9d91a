import { reasonOf } from '../shell/states.ts';
import { html, nothing, render, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';

export type Ask = {
  readonly title: string;
  readonly text: string;
  readonly fields: TemplateResult;
  readonly submit: string;
  readonly isDangerous?: boolean;
  /** What it throws is shown in the dialog, which stays open for another try. */
  readonly onSubmit: (values: Values) => Promise<void>;
};

/** What was filled in; an empty field is not there. */
export type Values = (name: string) => string | undefined;

/** Asks something of the person, over the page: the browser's own dialog holds focus and Escape. */
export function ask(asked: Ask): void {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  let isBusy = false;
  let error: unknown;
  const draw = (): void => {
    render(
      content(asked, { isBusy, error }, onSubmit, () => dialog.close()),
      dialog,
    );
  };
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || !(event.target instanceof HTMLFormElement)) return;
    const values = valuesOf(new FormData(event.target));
    isBusy = true;
    error = undefined;
    draw();
    try {
      await asked.onSubmit(values);
      dialog.close();
    } catch (thrown) {
      error = thrown;
    }
    isBusy = false;
    draw();
  };
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  draw();
  dialog.showModal();
}

type Progress = { readonly isBusy: boolean; readonly error: unknown };

const content = (
  { title, text, fields, submit, isDangerous }: Ask,
  { isBusy, error }: Progress,
  onSubmit: (event: SubmitEvent) => Promise<void>,
  close: () => void,
): TemplateResult => html`
  <form @submit=${onSubmit}>
    <h2 id="dialog-title">${title}</h2>
    <p class="muted">${text}</p>
    ${fields}
    ${error === undefined ? nothing : html`<p class="banner bad" role="alert">${reasonOf(error)}</p>`}
    <div class="buttons">
      <button type="button" class="button" @click=${close}>${words().common.cancel}</button>
      <button class="button ${isDangerous ? 'danger' : 'first'}" ?disabled=${isBusy}>${submit}</button>
    </div>
  </form>`;

function valuesOf(form: FormData): Values {
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
}
