import { html, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { icon } from './icons.ts';
import { preferences } from './preferences.ts';
import { addressOf, PLACES, type Place } from './route.ts';
import { iconAddress } from './sign-in.ts';

/** What stays while views come and go: the brand, the places, and room for a view and messages. */
export const frame = (here: Place, who: string, onChange: () => void): TemplateResult => html`
  <a class="skip" href="#main" @click=${skip}>${words().shell.skip}</a>
  <div class="shell">
    <header class="top">
      <a class="brand" href=${addressOf('portfolio')}>
        <img src=${iconAddress()} alt="">Duewatch
      </a>
      ${preferences(who, onChange)}
    </header>
    <nav class="nav" aria-label=${words().shell.places}>
      <ul>${PLACES.map((place) => link(place, here))}</ul>
    </nav>
    <main class="main" id="main" tabindex="-1"></main>
  </div>
  <div class="messages" id="messages" role="status" aria-live="polite"></div>`;

const link = (place: Place, here: Place): TemplateResult => html`
  <li>
    <a href=${addressOf(place)} aria-current=${place === here ? 'page' : 'false'}>
      ${icon(place)}<span>${words().places[place]}</span>
    </a>
  </li>`;

/** The address holds the place, so the link may not change it. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
