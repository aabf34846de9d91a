import { readMe } from './session/api.ts';
import { forgetEarly } from './session/client.ts';
import { borrowKey, forgetKey, lendKey, savedKey, saveKey } from './session/key.ts';
import { ProblemError } from './session/problem.ts';
import { showPlatformSignIn, showSignIn } from './shell/sign-in.ts';
import { startPlaces } from './shell/start-places.ts';
import { failed, loading } from './shell/states.ts';
import { applyTheme } from './shell/theme.ts';
import { html, render } from './vendor/lit-html.js';
import { language, preferredLanguage } from './words/current-language.ts';
import { useLanguage } from './words/words.ts';

/** Asks who this is. Where the platform has signed people in, no key is needed. */
async function enter(): Promise<void> {
  render(loading(), document.body);
  try {
    const me = await readMe();
    await speak(me.language);
    startPlaces(me, refused);
  } catch (error) {
    refused(error);
  }
}

/** What no longer opens anything leads back to where one signs in. */
function refused(error: unknown): void {
  if (!(error instanceof ProblemError) || error.status !== 401) {
    const again = (): void => void enter();
    render(html`<main class="sign-in">${failed(error, again)}</main>`, document.body);
    return;
  }
  forgetEarly();
  // The host refuses a key without a word; the app, which says why, misses who is signed in.
  if (error.message === '') void askForKey();
  else showPlatformSignIn();
}

/** Another tab may have the key: then nobody is asked. */
async function askForKey(): Promise<void> {
  const refusedKey = savedKey();
  forgetKey();
  const borrowed = await borrowKey();
  if (borrowed !== undefined && borrowed !== refusedKey) {
    saveKey(borrowed);
    return enter();
  }
  showSignIn(refusedKey !== null, () => void enter());
}

async function speak(reseller?: string): Promise<void> {
  const before = language();
  await useLanguage(preferredLanguage(reseller));
  // What was asked early gives its reasons in the language of before.
  if (language() !== before) forgetEarly();
  document.documentElement.lang = language();
}

/** Shows the page, or what one has to do to see it. */
export async function open(): Promise<void> {
  applyTheme();
  lendKey();
  await speak();
  await enter();
}
