import { forgetKeyEverywhere, savedKey } from '../session/key.ts';
import { signOutAddress } from '../session/platform.ts';
import { html, type TemplateResult } from '../vendor/lit-html.js';
import { LANGUAGES, language, languageFor, rememberLanguage } from '../words/current-language.ts';
import { useLanguage, words } from '../words/words.ts';
import { icon } from './icons.ts';
import { savedTheme, setTheme, THEMES } from './theme.ts';

/** Language and theme, which stay with the browser, and the way out. */
export const preferences = (who: string, onChange: () => void): TemplateResult => html`
  <details class="menu" @focusout=${closeWhenLeft}>
    <summary aria-label=${words().shell.preferences}>${icon('settings')}</summary>
    <div>
      <p class="small muted">${words().shell.signedInAs(who)}</p>
      ${languageField(onChange)} ${themeField()}
      ${savedKey() === null ? platformSignOut() : signOut()}
    </div>
  </details>`;

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  if (!(currentTarget instanceof HTMLDetailsElement)) return;
  const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
  if (!isInside) currentTarget.open = false;
}

const languageField = (onChange: () => void): TemplateResult => html`
  <label class="field">
    <span>${words().shell.language}</span>
    <select
      @change=${async ({ target }: Event) => {
        if (!(target instanceof HTMLSelectElement)) return;
        const wanted = languageFor([target.value]);
        rememberLanguage(wanted);
        await useLanguage(wanted);
        onChange();
      }}
    >
      ${Object.entries(LANGUAGES).map(([code, name]) => languageOption(code, name))}
    </select>
  </label>`;

const languageOption = (code: string, name: string): TemplateResult =>
  html`<option value=${code} lang=${code} .selected=${code === language()}>${name}</option>`;

const themeField = (): TemplateResult => html`
  <label class="field">
    <span>${words().shell.theme}</span>
    <select
      @change=${({ target }: Event) => {
        const theme = THEMES.find(
          (each) => target instanceof HTMLSelectElement && target.value === each,
        );
        if (theme !== undefined) setTheme(theme);
      }}
    >
      ${THEMES.map(
        (theme) =>
          html`<option value=${theme} .selected=${theme === savedTheme()}>${words().themes[theme]}</option>`,
      )}
    </select>
  </label>`;

/** Who is here without a key was signed in by the platform. */
const platformSignOut = (): TemplateResult =>
  html`<a class="button" href=${signOutAddress()}>${words().shell.signOutHere}</a>`;

const signOut = (): TemplateResult => html`
  <button
    type="button"
    class="button"
    @click=${() => {
      forgetKeyEverywhere();
      location.reload();
    }}
  >
    ${words().shell.signOut}
  </button>`;
