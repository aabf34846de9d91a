import { html, render } from '../vendor/lit-html.js';
import { icon } from './icons.ts';

type Tone = 'good' | 'bad';
type Message = { readonly text: string; readonly tone: Tone };

const STAYS_MS = 6_000;

let messages: readonly Message[] = [];

/** Says that something was done, or could not be: seen for a while, and read out. */
export function tell(text: string, tone: Tone = 'good'): void {
  const message = { text, tone };
  messages = [...messages, message];
  draw();
  setTimeout(() => {
    messages = messages.filter((each) => each !== message);
    draw();
  }, STAYS_MS);
}

function draw(): void {
  const place = document.getElementById('messages');
  if (place === null) return;
  render(messages.map(drawn), place);
}

const drawn = ({ text, tone }: Message) =>
  html`<p class="message ${tone}">${icon(tone === 'good' ? 'check' : 'warning')}<span>${text}</span></p>`;
