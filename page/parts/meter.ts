import { html, type TemplateResult } from '../vendor/lit-html.js';

/** How full something is. The number beside it says the same, so it is not read out. */
export const meter = (percent: number): TemplateResult =>
  html`<span class="meter ${toneOf(percent)}" aria-hidden="true">
    <i .style=${`--share: ${Math.max(0, Math.min(1, percent / 100))}`}></i>
  </span>`;

function toneOf(percent: number): string {
  if (percent >= 100) return 'bad';
  return percent >= 80 ? 'warn' : '';
}

/** A length beside an amount, to compare rows at a glance. */
export const lengthBar = (share: number): TemplateResult =>
  html`<span class="bar" aria-hidden="true" .style=${`--share: ${share}`}></span>`;
