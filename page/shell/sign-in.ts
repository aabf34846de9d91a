import { saveKey } from '../session/key.ts';
import { signInAddress } from '../session/platform.ts';
import { html, nothing, render } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';

/** Asks for the key, until it is one that the API takes. */
export function showSignIn(wasRefused: boolean, onKey: () => void): void {
  const { signIn } = words();
  document.title = `${signIn.title} · Duewatch`;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const key = new FormData(event.target).get('key');
    if (typeof key !== 'string' || key.trim() === '') return;
    saveKey(key.trim());
    onKey();
  };
  render(
    html`<main class="sign-in">
      <form @submit=${submit}>
        <span class="brand"><img src=${iconAddress()} alt="">Duewatch</span>
        <h1>${signIn.title}</h1>
        <p class="muted">${signIn.text}</p>
        ${wasRefused ? html`<p class="banner bad" role="alert">${signIn.refused}</p>` : nothing}
        <label class="field">
          <span>${signIn.key}</span>
          <input name="key" type="password" autocomplete="off" required autofocus>
          <span class="hint">${signIn.hint}</span>
        </label>
        <button class="button first">${signIn.open}</button>
      </form>
    </main>`,
    document.body,
  );
}

/** Where the platform signs people in, nobody is asked for anything here. */
export function showPlatformSignIn(): void {
  const { signIn } = words();
  document.title = `${signIn.title} · Duewatch`;
  render(
    html`<main class="sign-in">
      <form>
        <span class="brand"><img src=${iconAddress()} alt="">Duewatch</span>
        <h1>${signIn.title}</h1>
        <p class="muted">${signIn.organisationText}</p>
        <a class="button first" href=${signInAddress()}>${signIn.organisation}</a>
      </form>
    </main>`,
    document.body,
  );
}

export const iconAddress = (): string => new URL('../icon.svg', import.meta.url).href;
