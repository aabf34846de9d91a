import {
  type Policy,
  type PolicyProblems,
  previewPolicy,
  readPolicy,
  validatePolicy,
} from '../../session/api.ts';
import { icon } from '../../shell/icons.ts';
import { tell } from '../../shell/messages.ts';
import { addressOf } from '../../shell/route.ts';
import { reasonOf } from '../../shell/states.ts';
import type { Screen, View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { laddersOf } from './ladders.ts';

type Seen = { readonly draft: string; readonly checked: PolicyProblems | undefined };

type Acts = {
  readonly type: (draft: string) => void;
  readonly check: () => void;
  readonly preview: () => void;
  readonly reset: () => void;
};

/** The rules as they are, and a place to try others before anybody is written to. */
export const policy: View = async (screen) => {
  screen.title(words().policy.title);
  const current = await readPolicy(screen.signal);
  let seen: Seen = { draft: current.text, checked: undefined };
  const draw = (): void => screen.show(page(current, seen, acts, screen));
  const safely = (work: () => Promise<void>) => (): void =>
    void work().catch((error: unknown) => {
      if (!screen.signal.aborted) tell(reasonOf(error), 'bad');
    });
  const check = async (): Promise<boolean> => {
    const checked = await validatePolicy(seen.draft, screen.signal);
    seen = { ...seen, checked };
    draw();
    return checked.ok;
  };
  const acts: Acts = {
    type: (draft) => {
      seen = { draft, checked: undefined };
      draw();
    },
    check: safely(async () => void (await check())),
    preview: safely(async () => {
      if (!(await check())) return;
      const { id } = await previewPolicy(seen.draft);
      location.hash = addressOf('runs', id);
    }),
    reset: () => acts.type(current.text),
  };
  draw();
};

const page = (current: Policy, seen: Seen, acts: Acts, { can }: Screen): TemplateResult => html`
  <div class="view">
    <header class="view-head">
      <div>
        <h1>${words().policy.title}</h1>
        <p class="muted">${words().policy.text}</p>
      </div>
    </header>
    ${laddersOf(current.policy)}
    <section class="card">
      <header><h2>${words().policy.draft}</h2></header>
      <p class="muted">${words().policy.draftText}</p>
      ${editor(seen.draft, acts.type)} ${verdict(seen.checked)}
      <div class="buttons">
        <button type="button" class="button" @click=${acts.check}>${words().policy.check}</button>
        ${can.administer ? previewButton(acts.preview) : nothing}
        ${
          seen.draft === current.text
            ? nothing
            : html`<button type="button" class="button quiet" @click=${acts.reset}>${words().policy.reset}</button>`
        }
      </div>
      ${can.administer ? html`<p class="muted small">${words().policy.previewText}</p>` : nothing}
    </section>
  </div>`;

const editor = (draft: string, type: Acts['type']): TemplateResult => html`
  <label class="field">
    <span>${words().policy.editor}</span>
    <textarea
      class="code editor"
      spellcheck="false"
      autocapitalize="off"
      rows="24"
      .value=${draft}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLTextAreaElement) type(target.value);
      }}
    ></textarea>
  </label>`;

const previewButton = (preview: () => void): TemplateResult => html`
  <button type="button" class="button first" @click=${preview}>
    ${icon('play')}${words().policy.preview}
  </button>`;

const verdict = (checked: PolicyProblems | undefined): TemplateResult => html`
  <div role="status">
    ${checked === undefined ? nothing : said(checked)}
  </div>`;

const said = ({ ok, problems }: PolicyProblems): TemplateResult =>
  ok
    ? html`<p class="banner good">${icon('check')}${words().policy.valid}</p>`
    : html`<div class="banner bad">
        ${icon('warning')}
        <div>
          <strong>${words().policy.problems}</strong>
          <ul lang="en">${problems.map((problem) => html`<li class="code">${problem}</li>`)}</ul>
        </div>
      </div>`;
